import datetime
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

from audit import guards
from audit.policies import own, walled


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0026_addresses"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("email", models.CharField(max_length=254)),
                ("name", models.CharField(max_length=120)),
                ("title", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, max_length=40)),
                (
                    "seats",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dispatcher", "Dispatcher"),
                                ("commander", "Commander or responder"),
                                ("admin", "Agency admin"),
                                ("signatory", "Authorized signatory"),
                                ("counsel", "Counsel"),
                                ("auditor", "Auditor"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=6,
                    ),
                ),
                ("seated_until", models.DateTimeField(null=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="agencies.agency",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.letter",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "ordering": ["-invited_at"],
            },
        ),
        migrations.AddField(
            model_name="member",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE agencies_member ADD COLUMN reviewed_at timestamptz NOT NULL DEFAULT now()",
                    "ALTER TABLE agencies_member DROP COLUMN reviewed_at",
                ),
                migrations.RunSQL(
                    "ALTER TABLE agencies_member"
                    " ALTER COLUMN reviewed_at SET DEFAULT statement_timestamp()",
                    migrations.RunSQL.noop,
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="member",
                    name="reviewed_at",
                    field=models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        default=django.utils.timezone.now,
                    ),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE agencies_member ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now()",
                    "ALTER TABLE agencies_member DROP COLUMN seen_at",
                ),
                migrations.RunSQL(
                    "ALTER TABLE agencies_member"
                    " ALTER COLUMN seen_at SET DEFAULT statement_timestamp()",
                    migrations.RunSQL.noop,
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="member",
                    name="seen_at",
                    field=models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        default=django.utils.timezone.now,
                    ),
                ),
            ],
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at__isnull", True), ("suspended_at__isnull", False), _connector="OR"
                ),
                name="member_removed_acts_no_more",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("removed_at__isnull", True),
                        (
                            "removed_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("reviewed_at__isnull", True),
                        (
                            "reviewed_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("seen_at__isnull", True),
                        (
                            "seen_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="member_kept_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                models.F("agency"),
                condition=models.Q(("accepted_at__isnull", True), ("revoked_at__isnull", True)),
                name="invited_once_at_a_time",
                violation_error_message="They are invited already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "email__regex",
                        '^[^][[:space:][:cntrl:]@<>()\\\\,;:\\"]+@[^][[:space:][:cntrl:]@<>()\\\\,;:\\"]+$',
                    )
                ),
                name="invitation_to_one_address",
                violation_error_message="Give one e-mail address.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("invited_at"))),
                name="invitation_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_at__isnull", True), ("revoked_at__isnull", True), _connector="OR"
                ),
                name="invitation_taken_up_or_revoked",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", True), ("member__isnull", True)),
                    models.Q(("accepted_at__isnull", False), ("member__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_taken_up_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("invited_at__isnull", True),
                        (
                            "invited_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("expires_at__isnull", True),
                        (
                            "expires_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("accepted_at__isnull", True),
                        (
                            "accepted_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("revoked_at__isnull", True),
                        (
                            "revoked_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("seated_until__isnull", True),
                        (
                            "seated_until__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="invitation_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
        guards.guarded("agencies_invitation"),
        walled("agencies_invitation", own("agencies_invitation")),
    ]
