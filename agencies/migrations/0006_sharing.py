import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_seals"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "item",
                    models.CharField(
                        choices=[
                            (
                                "agreement",
                                "A management control agreement with the state's CJIS agency",
                            ),
                            (
                                "screening",
                                "Fingerprint-based screening of everybody with access (PS)",
                            ),
                            (
                                "training",
                                "Security awareness training of everybody with access (AT-2)",
                            ),
                            ("mfa", "A second factor for every account (IA-2)"),
                            ("in_transit", "Certified encryption of everything in transit (SC-13)"),
                            ("at_rest", "Encryption of disks and backups (SC-28)"),
                            (
                                "audit_review",
                                "Somebody who reviews the audit log every week (AU-6)",
                            ),
                            ("incident_plan", "A plan for security incidents (IR-8)"),
                        ],
                        max_length=16,
                    ),
                ),
                ("confirmed_by", models.CharField(max_length=120)),
                ("ground", models.CharField(max_length=200)),
                ("confirmed_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sworn", "Sworn officer"),
                            ("cjis", "Cleared for criminal justice information"),
                            ("part_23", "Agreed to 28 CFR Part 23"),
                        ],
                        max_length=12,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("basis", models.CharField(max_length=200)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clearances",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ShareLimit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "seats",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dispatcher", "Dispatcher"),
                                ("commander", "Commander or responder"),
                                ("admin", "Agency admin"),
                                ("signatory", "Authorized signatory"),
                                ("auditor", "Auditor"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sworn", "Sworn officer"),
                                ("cjis", "Cleared for criminal justice information"),
                                ("part_23", "Agreed to 28 CFR Part 23"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("incident_only", models.BooleanField(default=True)),
                (
                    "onward",
                    models.CharField(
                        choices=[
                            ("none", "Not to be passed on"),
                            ("named", "To the agencies named here"),
                            ("consent", "With the owner's consent each time"),
                        ],
                        default="none",
                        max_length=8,
                    ),
                ),
                (
                    "onward_to",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("retention_days", models.PositiveSmallIntegerField(null=True)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="share_limit",
                        to="agencies.clause",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="shareterm",
            name="masking",
            field=models.CharField(
                choices=[
                    ("whole", "Shown whole"),
                    ("partial", "Initials and last digits"),
                    ("existence", "Only that it exists"),
                ],
                db_default="whole",
                default="whole",
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="shareterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("masking__in", ["whole", "partial", "existence"])),
                name="share_term_masks_as_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("item",),
                name="checklist_item_confirmed_once",
                violation_error_message="This is confirmed already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "item__in",
                        [
                            "agreement",
                            "screening",
                            "training",
                            "mfa",
                            "in_transit",
                            "at_rest",
                            "audit_review",
                            "incident_plan",
                        ],
                    )
                ),
                name="checklist_item_is_on_the_list",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_by", ""), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                ),
                name="checklist_item_says_who_and_why",
                violation_error_message="Say who confirms it, and on what ground.",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirmed_at__isnull", True),
                        (
                            "confirmed_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("withdrawn_at__isnull", True),
                        (
                            "withdrawn_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="checklist_item_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("member", "kind"),
                name="clearance_held_once",
                violation_error_message="They hold this clearance; end it before you renew it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["sworn", "cjis", "part_23"])),
                name="clearance_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gt", models.F("since")), _connector="OR"
                ),
                name="clearance_ends_after_it_began",
                violation_error_message="It ends after it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "cjis"), _negated=True),
                    ("until__isnull", False),
                    _connector="OR",
                ),
                name="clearance_for_justice_runs_out",
                violation_error_message="Say until when they are cleared.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis", ""), _negated=True),
                name="clearance_rests_on_something",
                violation_error_message="Say what it rests on.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("since__isnull", True),
                        (
                            "since__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("until__isnull", True),
                        (
                            "until__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_at__isnull", True),
                        (
                            "ended_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="clearance_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "seats__contained_by",
                        ["dispatcher", "commander", "admin", "signatory", "auditor"],
                    )
                ),
                name="share_limit_names_seats_there_are",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(("needs__contained_by", ["sworn", "cjis", "part_23"])),
                name="share_limit_needs_clearances_there_are",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("onward", "named"), ("onward_to__len__gte", 1)),
                    models.Q(("onward__in", ["none", "consent"]), ("onward_to__len", 0)),
                    _connector="OR",
                ),
                name="share_limit_names_agencies_to_pass_on_to",
                violation_error_message="Name the agencies to which it may be passed on.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("retention_days__isnull", True),
                    ("retention_days__range", (0, 3650)),
                    _connector="OR",
                ),
                name="share_limit_keeps_for_some_days",
                violation_error_message="Keep it for ten years at most.",
            ),
        ),
    ]
