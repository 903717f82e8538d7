import datetime

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

SANE = (
    datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
    datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0013_guests_guarded")]
    operations = [
        migrations.AddField("glass", "remind_at", models.DateTimeField(null=True)),
        AddConstraintNotValid(
            "glass",
            models.CheckConstraint(
                condition=models.Q(
                    ("remind_at__isnull", True), ("remind_at__range", SANE), _connector="OR"
                ),
                name="glass_reminds_at_a_sane_time",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
    ]
