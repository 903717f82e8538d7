import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_sharing_in_force"),
        ("incidents", "0005_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("clause", models.UUIDField(null=True)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("PUB", "Public"),
                            ("OPS", "Operational"),
                            ("OPS-R", "Restricted operational"),
                            ("CJI", "Criminal justice information"),
                            ("CHRI", "Criminal history record"),
                            ("NCIC-R", "NCIC restricted files"),
                            ("INTEL", "Criminal intelligence"),
                            ("LES", "Law enforcement sensitive"),
                            ("CUI", "Controlled unclassified"),
                            ("PHI", "Protected health information"),
                            ("SUD", "Substance-use treatment"),
                            ("EDU", "Education records"),
                            ("JUV", "Juvenile"),
                            ("VIC", "Victim or survivor"),
                            ("SOC", "Social services"),
                            ("PII", "Personal data"),
                            ("RESP", "Responder personal or medical"),
                            ("FIN", "Financial"),
                            ("EVID", "Evidence"),
                            ("OWN", "Internal to the agency"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Asked for"),
                            ("shared", "Shared"),
                            ("declined", "Declined"),
                            ("ended", "Shown no more"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(max_length=200)),
                ("asked_by", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("decided_by", models.CharField(blank=True, max_length=120)),
                ("decided_at", models.DateTimeField(null=True)),
                ("until", models.DateTimeField(null=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="incidents.incident",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["incident", "-asked_at"],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PUB", "Public"),
                            ("OPS", "Operational"),
                            ("OPS-R", "Restricted operational"),
                            ("CJI", "Criminal justice information"),
                            ("CHRI", "Criminal history record"),
                            ("NCIC-R", "NCIC restricted files"),
                            ("INTEL", "Criminal intelligence"),
                            ("LES", "Law enforcement sensitive"),
                            ("CUI", "Controlled unclassified"),
                            ("PHI", "Protected health information"),
                            ("SUD", "Substance-use treatment"),
                            ("EDU", "Education records"),
                            ("JUV", "Juvenile"),
                            ("VIC", "Victim or survivor"),
                            ("SOC", "Social services"),
                            ("PII", "Personal data"),
                            ("RESP", "Responder personal or medical"),
                            ("FIN", "Financial"),
                            ("EVID", "Evidence"),
                            ("OWN", "Internal to the agency"),
                        ],
                        max_length=8,
                    ),
                ),
                ("made_by", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="incidents.incident",
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="incidents.note",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["incident", "-made_at"],
            },
        ),
        migrations.AddField(
            model_name="note",
            name="recipients",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), db_default=[], default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="tlp",
            field=models.CharField(
                blank=True,
                choices=[
                    ("red", "TLP:RED: named recipients only"),
                    ("amber+strict", "TLP:AMBER+STRICT: this agency only"),
                    ("amber", "TLP:AMBER: agencies that need to know"),
                    ("green", "TLP:GREEN: the community"),
                    ("clear", "TLP:CLEAR: no limit"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tlp__in", ["", "red", "amber+strict", "amber", "green", "clear"])
                ),
                name="note_has_a_label_there_is",
            ),
        ),
        AddConstraintNotValid(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recipients__len__gte", 1), ("tlp", "red")),
                    models.Q(models.Q(("tlp", "red"), _negated=True), ("recipients__len", 0)),
                    _connector="OR",
                ),
                name="note_names_recipients_when_red",
                violation_error_message="Name those who may read it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["asked", "shared"])),
                fields=("incident", "owner", "to", "category"),
                name="disclosure_once_at_a_time",
                violation_error_message="This is shared already, or being asked for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner", models.F("to")), _negated=True),
                    models.Q(
                        ("via__isnull", True),
                        models.Q(("via", models.F("to")), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="disclosure_between_different_agencies",
                violation_error_message="Share with another agency.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="disclosure_for_a_reason",
                violation_error_message="Say why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("status", "asked")),
                    models.Q(
                        models.Q(("status", "asked"), _negated=True), ("decided_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="disclosure_decided_when_it_was",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("clause__isnull", True), ("via__isnull", True)),
                    models.Q(("clause__isnull", False), ("via__isnull", False)),
                    _connector="OR",
                ),
                name="disclosure_passed_on_under_a_clause",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("asked_at__isnull", True),
                        (
                            "asked_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("decided_at__isnull", True),
                        (
                            "decided_at__range",
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
                ),
                name="disclosure_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
        migrations.AddIndex(
            model_name="withdrawal",
            index=models.Index(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=["incident", "owner"],
                name="withdrawal_standing",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("incident", "owner", "partner", "category", "note"),
                name="withdrawal_once_at_a_time",
                nulls_distinct=False,
                violation_error_message="This is withdrawn already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(("note__isnull", True), ("category", ""), _connector="OR"),
                name="withdrawal_of_a_note_or_a_category",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("partner__isnull", True),
                    models.Q(("partner", models.F("owner")), _negated=True),
                    _connector="OR",
                ),
                name="withdrawal_from_another_agency",
                violation_error_message="What is your own cannot be withdrawn from you.",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("made_at__isnull", True),
                        (
                            "made_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("lifted_at__isnull", True),
                        (
                            "lifted_at__range",
                            (
                                datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="withdrawal_at_sane_times",
                violation_error_message="Give a time between the years 1970 and 2100.",
            ),
        ),
    ]
