import datetime

import django.contrib.postgres.operations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0017_versions_of_what_was_signed")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="released_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="agency",
            name="second_factor_required",
            field=models.BooleanField(db_default=False, default=False),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("released_at__isnull", True),
                    (
                        "released_at__range",
                        (
                            datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="account_released_at_a_sane_time",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
    ]
