import django.contrib.postgres.operations
from django.db import migrations, models

# What was made before was made for what is real.
COLUMN = "ALTER TABLE agencies_apitoken ADD COLUMN bound varchar(8) NOT NULL DEFAULT 'real'"
NO_COLUMN = "ALTER TABLE agencies_apitoken DROP COLUMN bound"


class Migration(migrations.Migration):
    dependencies = [("agencies", "0054_stays")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(COLUMN, NO_COLUMN)],
            state_operations=[
                migrations.AddField(
                    model_name="apitoken",
                    name="bound",
                    field=models.CharField(
                        choices=[("real", "Real incidents"), ("exercise", "Exercises")],
                        default="real",
                        max_length=8,
                    ),
                ),
            ],
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="apitoken",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bound", "real"),
                    models.Q(
                        ("bound", "exercise"),
                        models.Q(("scopes__contains", ["agencies"]), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="token_is_for_what_is_real_or_for_exercises",
            ),
        ),
    ]
