from __future__ import annotations

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from psycopg import sql


def grant(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    role = sql.Identifier(settings.MUSTER_DATABASE_ROLE)
    statement = sql.SQL("GRANT SELECT, INSERT, UPDATE ON config_heartbeat TO {}").format(role)
    editor.execute(statement.as_string(None), params=None)


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "name",
                    models.CharField(max_length=16, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
