import datetime

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

EARLIEST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
LATEST = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0021_bounds"), ("audit", "0008_erasing")]
    operations = [
        migrations.AddField("note", "expired_at", models.DateTimeField(null=True)),
        # What expires says nothing; until then the constraint below asks for as much.
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    "-- squawk-ignore ban-drop-constraint\n"
                    "ALTER TABLE incidents_note DROP CONSTRAINT note_says_something",
                    "ALTER TABLE incidents_note"
                    " ADD CONSTRAINT note_says_something CHECK (text <> '') NOT VALID",
                )
            ],
            [migrations.RemoveConstraint("note", "note_says_something")],
        ),
        AddConstraintNotValid(
            "note",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("expired_at__isnull", True),
                        models.Q(("text", ""), _negated=True),
                    ),
                    models.Q(("category", "INTEL"), ("expired_at__isnull", False), ("text", "")),
                    _connector="OR",
                ),
                name="note_says_something_until_it_expires",
            ),
        ),
        AddConstraintNotValid(
            "note",
            models.CheckConstraint(
                condition=models.Q(
                    ("expired_at__isnull", True),
                    ("expired_at__range", (EARLIEST, LATEST)),
                    _connector="OR",
                ),
                name="note_expired_at_a_sane_time",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
    ]
