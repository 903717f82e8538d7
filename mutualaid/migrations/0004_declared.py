import django.contrib.postgres.fields
import django.contrib.postgres.operations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0020_rights_at_a_moment"),
        ("incidents", "0004_purposes_checked"),
        ("mutualaid", "0003_walls"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE mutualaid_resourcerequest ADD COLUMN asked_as varchar(20)[] DEFAULT '{}' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="resourcerequest",
                    name="asked_as",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("incident_commander", "Incident commander"),
                                ("commander", "Commander or responder"),
                                ("dispatcher", "Dispatcher"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE mutualaid_resourcerequest ADD COLUMN declaration varchar(8) DEFAULT '' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="resourcerequest",
                    name="declaration",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("local", "Local declaration"),
                            ("state", "Declaration by the governor"),
                            ("federal", "Federal declaration"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE mutualaid_resourcerequest ADD COLUMN declared_by varchar(120) DEFAULT '' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="resourcerequest",
                    name="declared_by",
                    field=models.CharField(blank=True, max_length=120),
                ),
            ],
        ),
        migrations.AddField(
            model_name="resourcerequest",
            name="eoc_level",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="resourcerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("declaration__in", ["", "local", "state", "federal"]),
                    models.Q(
                        models.Q(("declaration", ""), ("declared_by", "")),
                        models.Q(
                            models.Q(("declaration", ""), _negated=True),
                            models.Q(("declared_by", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                ),
                name="request_declaration_is_known",
                violation_error_message="Say who declared the emergency, and by which number.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="resourcerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("eoc_level__isnull", True), ("eoc_level__range", (1, 3)), _connector="OR"
                ),
                name="request_level_is_one_to_three",
                violation_error_message="Levels go from 1 (full activation) to 3.",
            ),
        ),
    ]
