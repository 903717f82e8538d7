from django.db import migrations

from audit import guards

TABLES = (
    "resourcerequest",
    "requestmessage",
    "orderline",
    "rung",
    "solicitation",
    "offeredresource",
)


class Migration(migrations.Migration):
    dependencies = [("mutualaid", "0001_initial"), ("audit", "0002_functions")]
    operations = [guards.guarded(f"mutualaid_{table}") for table in TABLES]
