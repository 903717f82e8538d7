import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_sharing_in_force"),
        ("incidents", "0007_disclosures_guarded"),
    ]

    operations = [
        migrations.CreateModel(
            name="Glass",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("member_name", models.CharField(max_length=120)),
                (
                    "ground",
                    models.CharField(
                        choices=[("life", "A life is in danger"), ("duty", "I have a duty to act")],
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(max_length=400)),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        size=None,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("review_due_at", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("reviewer", models.CharField(blank=True, max_length=120)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("justified", "Justified"),
                            ("unjustified", "Not justified"),
                            ("referred", "Referred"),
                        ],
                        max_length=12,
                    ),
                ),
                ("finding", models.CharField(blank=True, max_length=1000)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="glasses",
                        to="incidents.incident",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
            ],
            options={
                "ordering": ["incident", "-opened_at"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["incident", "until"],
                        name="glass_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("incident", "owner", "member"),
                        name="glass_broken_once_at_a_time",
                        violation_error_message="You have opened this agency's data here already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("owner", models.F("agency")), _negated=True),
                        name="glass_of_another_agency",
                        violation_error_message="Your own agency's data needs no breaking of glass.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), ("categories__len__gte", 1)
                        ),
                        name="glass_broken_for_a_reason",
                        violation_error_message="Say why, and what you must see.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__gt", models.F("opened_at")),
                            (
                                "until__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("opened_at"),
                                    "+",
                                    models.Value(datetime.timedelta(seconds=14400)),
                                ),
                            ),
                        ),
                        name="glass_broken_for_hours",
                        violation_error_message="Four hours at most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("reviewed_at__isnull", True)),
                            models.Q(
                                models.Q(("reviewed_at__isnull", False)),
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("finding", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="glass_reviewed_with_an_outcome",
                        violation_error_message="Say what you found.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("opened_at__isnull", True),
                                (
                                    "opened_at__range",
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
                            models.Q(
                                ("review_due_at__isnull", True),
                                (
                                    "review_due_at__range",
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
                        ),
                        name="glass_at_sane_times",
                        violation_error_message="Give a time between the years 1970 and 2100.",
                    ),
                ],
            },
        ),
    ]
