import django.contrib.postgres.fields
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import incidents.models.participation


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0006_sharing"),
        ("incidents", "0002_guards"),
    ]

    operations = [
        migrations.AddField(
            model_name="participation",
            name="purposes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("incident", "Running an incident together"),
                        ("coordination", "Coordinating resources"),
                        ("investigation", "Investigation"),
                        ("health", "Treatment and public health"),
                        ("planning", "Planning and exercises"),
                    ],
                    max_length=16,
                ),
                db_default=["incident"],
                default=incidents.models.participation.running_it_together,
                size=None,
            ),
        ),
        AddConstraintNotValid(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "purposes__contained_by",
                        ["incident", "coordination", "investigation", "health", "planning"],
                    ),
                    ("purposes__contains", ["incident"]),
                ),
                name="participation_for_purposes_there_are",
            ),
        ),
    ]
