from django.db import migrations, models

EXPIRES = """
CREATE INDEX CONCURRENTLY IF NOT EXISTS note_expires ON incidents_note (incident_id)
    WHERE category = 'INTEL' AND expired_at IS NULL
"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("incidents", "0023_notes_expire_valid")]
    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(EXPIRES, "DROP INDEX CONCURRENTLY IF EXISTS note_expires")],
            [
                migrations.AddIndex(
                    "note",
                    models.Index(
                        condition=models.Q(("category", "INTEL"), ("expired_at__isnull", True)),
                        fields=["incident"],
                        name="note_expires",
                    ),
                )
            ],
        ),
    ]
