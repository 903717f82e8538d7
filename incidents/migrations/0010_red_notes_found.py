from django.db import migrations, models

RED = """
CREATE INDEX CONCURRENTLY IF NOT EXISTS note_red ON incidents_note (incident_id) WHERE tlp = 'red'
"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("incidents", "0009_glass_guarded")]
    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(RED, "DROP INDEX CONCURRENTLY IF EXISTS note_red")],
            [
                migrations.AddIndex(
                    "note",
                    models.Index(
                        condition=models.Q(("tlp", "red")), fields=["incident"], name="note_red"
                    ),
                )
            ],
        ),
    ]
