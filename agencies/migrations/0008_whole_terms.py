import datetime
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.operations
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_sharing_in_force"),
    ]

    operations = [
        migrations.CreateModel(
            name="AutoAidTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="auto_aid_term",
                        to="agencies.clause",
                    ),
                ),
                ("area", models.JSONField(default=list)),
                (
                    "event_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("fire", "Fire"),
                                ("hazmat", "Hazardous materials"),
                                ("medical", "Mass casualty or medical"),
                                ("law", "Law enforcement"),
                                ("missing_person", "Missing person"),
                                ("flood", "Flood"),
                                ("weather", "Severe weather"),
                                ("earth", "Earthquake, landslide or collapse"),
                                ("transport", "Transportation"),
                                ("utility", "Utility or infrastructure"),
                                ("health", "Public health"),
                                ("school", "School emergency"),
                                ("planned_event", "Planned event"),
                                ("other", "Other"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "first_due",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), size=None
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "event_types__contained_by",
                                [
                                    "fire",
                                    "hazmat",
                                    "medical",
                                    "law",
                                    "missing_person",
                                    "flood",
                                    "weather",
                                    "earth",
                                    "transport",
                                    "utility",
                                    "health",
                                    "school",
                                    "planned_event",
                                    "other",
                                ],
                            ),
                            ("event_types__len__lte", 14),
                        ),
                        name="auto_aid_names_known_hazards",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_due__len__range", (1, 30))),
                        name="auto_aid_names_who_is_first_due",
                        violation_error_message="Name between 1 and 30 that are first due.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommandTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="command_term",
                        to="agencies.clause",
                    ),
                ),
                (
                    "operational",
                    models.CharField(
                        choices=[
                            ("requester", "The party that asked"),
                            ("provider", "The party that sent"),
                            ("unified", "Both, in unified command"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "administrative",
                    models.CharField(
                        choices=[
                            ("requester", "The party that asked"),
                            ("provider", "The party that sent"),
                            ("unified", "Both, in unified command"),
                        ],
                        max_length=12,
                    ),
                ),
                ("recall_notice_hours", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("administrative__in", ["requester", "provider", "unified"]),
                            ("operational__in", ["requester", "provider", "unified"]),
                        ),
                        name="command_term_control_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recall_notice_hours__range", (0, 720))),
                        name="command_term_recalls_within_a_month",
                        violation_error_message="Give between 0 and 720 hours of notice.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InsuranceTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="insurance_term",
                        to="agencies.clause",
                    ),
                ),
                (
                    "insurance",
                    models.CharField(
                        choices=[
                            ("general", "General liability"),
                            ("vehicle", "Vehicle liability"),
                            ("professional", "Professional or law enforcement liability"),
                            ("workers", "Workers' compensation"),
                            ("aviation", "Aviation"),
                            ("self_insured", "Self-insurance"),
                        ],
                        max_length=12,
                    ),
                ),
                ("minimum", models.DecimalField(decimal_places=2, max_digits=14)),
                ("currency", models.CharField(default="USD", max_length=3)),
                ("certificate_until", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "insurance__in",
                                [
                                    "general",
                                    "vehicle",
                                    "professional",
                                    "workers",
                                    "aviation",
                                    "self_insured",
                                ],
                            )
                        ),
                        name="insurance_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minimum__gte", 0)),
                        name="insurance_minimum_is_not_negative",
                        violation_error_message="A minimum is zero or more.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("certificate_until__isnull", True),
                            (
                                "certificate_until__range",
                                (datetime.date(1970, 1, 1), datetime.date(2100, 1, 1)),
                            ),
                            _connector="OR",
                        ),
                        name="insurance_certificate_at_a_sane_date",
                        violation_error_message="Give a date between the years 1970 and 2100.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LiabilityTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="liability_term",
                        to="agencies.clause",
                    ),
                ),
                (
                    "model",
                    models.CharField(
                        choices=[
                            ("own", "Each party answers for its own people"),
                            ("requester", "The requesting party answers for those it called"),
                            ("mutual", "The parties hold each other harmless"),
                        ],
                        max_length=12,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("model__in", ["own", "requester", "mutual"])),
                        name="liability_model_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PowersTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="powers_term",
                        to="agencies.clause",
                    ),
                ),
                ("peace_officer", models.BooleanField(default=False)),
                (
                    "arrest",
                    models.CharField(
                        choices=[
                            ("none", "None"),
                            ("host_present", "With an officer of the host present"),
                            ("limited", "Limited"),
                            ("full", "Full"),
                        ],
                        default="none",
                        max_length=12,
                    ),
                ),
                ("limits", models.CharField(blank=True, max_length=1000)),
                ("policy", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("arrest__in", ["none", "host_present", "limited", "full"])
                        ),
                        name="powers_term_arrest_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("peace_officer", True), ("arrest", "none"), _connector="OR"
                        ),
                        name="powers_term_only_peace_officers_arrest",
                        violation_error_message="Only peace officers arrest.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreconditionTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="precondition_term",
                        to="agencies.clause",
                    ),
                ),
                (
                    "declaration",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local", "Local declaration"),
                            ("state", "Declaration by the governor"),
                            ("federal", "Federal declaration"),
                        ],
                        max_length=8,
                    ),
                ),
                ("eoc_level", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declaration", ""), _negated=True),
                            ("eoc_level__isnull", False),
                            _connector="OR",
                        ),
                        name="precondition_asks_for_something",
                        violation_error_message="Name a declaration, a level of activation, or both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("declaration__in", ["", "local", "state", "federal"])),
                        name="precondition_declaration_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eoc_level__isnull", True),
                            ("eoc_level__range", (1, 3)),
                            _connector="OR",
                        ),
                        name="precondition_level_is_one_to_three",
                        violation_error_message="Levels go from 1 (full activation) to 3.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RenewalTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewal_term",
                        to="agencies.clause",
                    ),
                ),
                ("renews_for_months", models.PositiveSmallIntegerField(null=True)),
                ("notice_days", models.PositiveSmallIntegerField(null=True)),
                (
                    "survives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("confidentiality", "Confidentiality"),
                                ("liability", "Liability"),
                                ("reimbursement", "Reimbursement"),
                                ("records", "Keeping of records"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("renews_for_months__isnull", True),
                            ("renews_for_months__range", (1, 120)),
                            _connector="OR",
                        ),
                        name="renewal_term_is_at_most_a_decade",
                        violation_error_message="Renew for between 1 and 120 months.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notice_days__isnull", True),
                            ("notice_days__range", (0, 366)),
                            _connector="OR",
                        ),
                        name="renewal_term_notice_is_a_year_at_most",
                        violation_error_message="Give between 0 and 366 days of notice.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "survives__contained_by",
                                ["confidentiality", "liability", "reimbursement", "records"],
                            ),
                            ("survives__len__lte", 4),
                        ),
                        name="renewal_term_survival_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignatureTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signature_term",
                        to="agencies.clause",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("all", "Every party"),
                            ("quorum", "So many of them"),
                            ("per_party", "Each for itself"),
                        ],
                        max_length=12,
                    ),
                ),
                ("quorum", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("quorum__isnull", False),
                                ("quorum__range", (2, 200)),
                                ("rule", "quorum"),
                            ),
                            models.Q(("rule__in", ["all", "per_party"]), ("quorum__isnull", True)),
                            _connector="OR",
                        ),
                        name="signature_term_counts_where_a_quorum_binds",
                        violation_error_message="Say how many make a quorum: 2 at least.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="costterm",
            name="bill_within_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_costterm ADD COLUMN rate_card varchar(120) DEFAULT '' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="costterm",
                    name="rate_card",
                    field=models.CharField(blank=True, max_length=120),
                ),
            ],
        ),
        migrations.AddField(
            model_name="costterm",
            name="share_percent",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_costterm ADD COLUMN waivable boolean DEFAULT false NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="costterm",
                    name="waivable",
                    field=models.BooleanField(default=False),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_requestterm ADD COLUMN area jsonb DEFAULT '[]' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="requestterm",
                    name="area",
                    field=models.JSONField(default=list),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_requestterm ADD COLUMN declaration_required boolean DEFAULT false NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="requestterm",
                    name="declaration_required",
                    field=models.BooleanField(default=False),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_requestterm ADD COLUMN event_types varchar(16)[] DEFAULT '{}' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="requestterm",
                    name="event_types",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("fire", "Fire"),
                                ("hazmat", "Hazardous materials"),
                                ("medical", "Mass casualty or medical"),
                                ("law", "Law enforcement"),
                                ("missing_person", "Missing person"),
                                ("flood", "Flood"),
                                ("weather", "Severe weather"),
                                ("earth", "Earthquake, landslide or collapse"),
                                ("transport", "Transportation"),
                                ("utility", "Utility or infrastructure"),
                                ("health", "Public health"),
                                ("school", "School emergency"),
                                ("planned_event", "Planned event"),
                                ("other", "Other"),
                            ],
                            max_length=16,
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
                    sql="ALTER TABLE agencies_requestterm ADD COLUMN positions varchar(20)[] DEFAULT '{}' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="requestterm",
                    name="positions",
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
        migrations.AddField(
            model_name="responseterm",
            name="acknowledge_within",
            field=models.DurationField(null=True),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_responseterm ADD COLUMN arrival_counted_from varchar(8) DEFAULT 'asked' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="responseterm",
                    name="arrival_counted_from",
                    field=models.CharField(
                        choices=[
                            ("asked", "From when it was asked"),
                            ("accepted", "From when the offer was accepted"),
                        ],
                        default="asked",
                        max_length=8,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="responseterm",
            name="arrive_within",
            field=models.DurationField(null=True),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="ALTER TABLE agencies_supplyterm ADD COLUMN commitment varchar(12) DEFAULT 'best_effort' NOT NULL",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="supplyterm",
                    name="commitment",
                    field=models.CharField(
                        choices=[("best_effort", "Best effort"), ("committed", "Committed")],
                        default="best_effort",
                        max_length=12,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="supplyterm",
            name="max_hours",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="clause",
            name="kind",
            field=models.CharField(
                choices=[
                    ("request_right", "Right to request"),
                    ("supply_duty", "Duty to supply"),
                    ("response_target", "Time to answer"),
                    ("data_share", "Information sharing"),
                    ("cost", "Cost"),
                    ("auto_aid", "Automatic aid"),
                    ("command_model", "Command and control"),
                    ("powers", "Powers and limits"),
                    ("insurance", "Insurance"),
                    ("liability", "Liability"),
                    ("term", "Renewal and withdrawal"),
                    ("signature_rule", "Who must sign"),
                    ("precondition", "Condition for asking"),
                ],
                max_length=16,
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="costterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("share_percent__isnull", True),
                    ("share_percent__range", (0, 100)),
                    _connector="OR",
                ),
                name="cost_term_shares_up_to_all",
                violation_error_message="A share is between 0 and 100 percent.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="costterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bill_within_days__isnull", True),
                    ("bill_within_days__range", (1, 3660)),
                    _connector="OR",
                ),
                name="cost_term_is_billed_in_time",
                violation_error_message="Bill within 1 to 3660 days.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="requestterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("positions__contained_by", ["incident_commander", "commander", "dispatcher"]),
                    ("positions__len__lte", 3),
                ),
                name="request_term_names_known_positions",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="requestterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "event_types__contained_by",
                        [
                            "fire",
                            "hazmat",
                            "medical",
                            "law",
                            "missing_person",
                            "flood",
                            "weather",
                            "earth",
                            "transport",
                            "utility",
                            "health",
                            "school",
                            "planned_event",
                            "other",
                        ],
                    ),
                    ("event_types__len__lte", 14),
                ),
                name="request_term_names_known_hazards",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="responseterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("acknowledge_within__isnull", True),
                    models.Q(
                        ("acknowledge_within__gt", datetime.timedelta(0)),
                        ("acknowledge_within__lte", models.F("answer_within")),
                    ),
                    _connector="OR",
                ),
                name="response_term_is_acknowledged_before_it_is_answered",
                violation_error_message="An ask is acknowledged before it is answered.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="responseterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrive_within__isnull", True),
                    models.Q(
                        ("arrive_within__gt", datetime.timedelta(0)),
                        ("arrive_within__lte", datetime.timedelta(days=30)),
                    ),
                    _connector="OR",
                ),
                name="response_term_arrives_in_time",
                violation_error_message="Allow between a second and thirty days.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="responseterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("arrival_counted_from__in", ["asked", "accepted"])),
                name="response_term_clock_is_known",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="supplyterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("max_hours__isnull", True), ("max_hours__range", (1, 8784)), _connector="OR"
                ),
                name="supply_term_lasts_a_year_at_most",
                violation_error_message="Send for between 1 and 8784 hours.",
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="supplyterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("commitment__in", ["best_effort", "committed"])),
                name="supply_term_commitment_is_known",
            ),
        ),
    ]
