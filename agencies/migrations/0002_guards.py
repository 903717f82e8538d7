from django.db import migrations

from audit import guards

TABLES = (
    "agency",
    "contact",
    "member",
    "seat",
    "apitoken",
    "resource",
    "agreement",
    "party",
    "signature",
    "clause",
    "requestterm",
    "supplyterm",
    "responseterm",
    "shareterm",
    "costterm",
)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial"), ("audit", "0002_functions")]
    operations = [guards.guarded(f"agencies_{table}") for table in TABLES]
