from django.db import migrations

from audit import guards

TABLES = (
    "incident",
    "numberseries",
    "participation",
    "commandseat",
    "handover",
    "division",
    "deployment",
    "note",
    "objective",
    "alert",
)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_initial"), ("audit", "0002_functions")]
    operations = [guards.guarded(f"incidents_{table}") for table in TABLES]
