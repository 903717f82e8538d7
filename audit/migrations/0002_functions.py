from django.db import migrations

from audit import guards, sql


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        *(migrations.RunSQL(function) for function in sql.FUNCTIONS),
        *(guards.append_only(f"audit_{table}") for table in ("entry", "checkpoint", "turned")),
    ]
