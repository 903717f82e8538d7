import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.operations
import django.db.models.deletion
from django.db import migrations, models

import agencies.models.member
from audit.policies import walled, with_its

# What was made before these bounds goes on doing what it did.
COLUMNS = """
    ALTER TABLE agencies_apitoken ADD COLUMN scopes varchar(12)[] NOT NULL
        DEFAULT '{look,incidents,mutualaid,agencies}';
    ALTER TABLE agencies_apitoken ADD COLUMN networks varchar(43)[] NOT NULL DEFAULT '{}';
    ALTER TABLE agencies_apitoken ADD COLUMN old_digest varchar(64) NOT NULL DEFAULT '';
    ALTER TABLE agencies_apitoken ADD COLUMN old_until timestamptz NULL;
"""
NO_COLUMNS = """
    ALTER TABLE agencies_apitoken DROP COLUMN scopes, DROP COLUMN networks,
        DROP COLUMN old_digest, DROP COLUMN old_until;
"""
EARLIEST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
LATEST = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0029_sign_on")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(COLUMNS, NO_COLUMNS)],
            state_operations=[
                migrations.AddField(
                    model_name="apitoken",
                    name="networks",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=43), default=list, size=10
                    ),
                ),
                migrations.AddField(
                    model_name="apitoken",
                    name="old_digest",
                    field=models.CharField(blank=True, default="", max_length=64),
                ),
                migrations.AddField(
                    model_name="apitoken",
                    name="old_until",
                    field=models.DateTimeField(null=True),
                ),
                migrations.AddField(
                    model_name="apitoken",
                    name="scopes",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("look", "Read"),
                                ("incidents", "Change incidents"),
                                ("mutualaid", "Ask for help and answer"),
                                ("agencies", "Change resources, agreements and the agency"),
                            ],
                            max_length=12,
                        ),
                        default=agencies.models.member.every_scope,
                        size=None,
                    ),
                ),
            ],
        ),
        *(
            django.contrib.postgres.operations.AddConstraintNotValid(
                model_name="apitoken", constraint=constraint
            )
            for constraint in (
                models.CheckConstraint(
                    condition=models.Q(
                        ("old_digest", ""), ("old_until__isnull", False), _connector="OR"
                    ),
                    name="token_before_ends",
                ),
                models.CheckConstraint(
                    condition=models.Q(("scopes__len__gte", 1)), name="token_is_good_for_something"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("old_until__isnull", True),
                        ("old_until__range", (EARLIEST, LATEST)),
                        _connector="OR",
                    ),
                    name="token_before_until_a_sane_time",
                    violation_error_message="Give a time between the years 1970 and 2100.",
                ),
            )
        ),
        migrations.CreateModel(
            name="TokenUse",
            fields=[
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="use",
                        serialize=False,
                        to="agencies.apitoken",
                    ),
                ),
                ("used_at", models.DateTimeField()),
                ("origin", models.CharField(max_length=45)),
            ],
        ),
        walled("agencies_tokenuse", with_its("agencies_tokenuse", "token_id", "agencies_apitoken")),
    ]
