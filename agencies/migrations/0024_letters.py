import datetime
import uuid

import django.db.models.deletion
from django.db import migrations, models

from audit import guards
from audit.policies import own, walled


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0023_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("to", models.CharField(max_length=254)),
                ("subject", models.CharField(max_length=150)),
                ("text", models.CharField(max_length=4000)),
                ("sealed", models.CharField(blank=True, max_length=1000)),
                ("exercise", models.BooleanField(default=False)),
                ("posted_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("trouble", models.CharField(blank=True, max_length=120)),
                (
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("smtp", "Sent"),
                            ("file", "Written to a file; nobody was sent it"),
                        ],
                        max_length=4,
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True)),
                ("parked_at", models.DateTimeField(null=True)),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["-posted_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("dropped_at__isnull", True),
                            ("parked_at__isnull", True),
                            ("sent_at__isnull", True),
                        ),
                        fields=["due_at"],
                        name="letter_due",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "to__regex",
                                '^[^][[:space:][:cntrl:]@<>()\\\\,;:\\"]+@[^][[:space:][:cntrl:]@<>()\\\\,;:\\"]+$',
                            )
                        ),
                        name="letter_to_one_address",
                        violation_error_message="Give one e-mail address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject", ""), _negated=True),
                            models.Q(("subject__regex", "[[:cntrl:]]"), _negated=True),
                        ),
                        name="letter_subject_is_one_line",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exercise", False),
                            models.Q(
                                ("subject__endswith", "EXERCISE"),
                                ("subject__startswith", "EXERCISE"),
                                ("text__endswith", "EXERCISE"),
                                ("text__startswith", "EXERCISE"),
                            ),
                            _connector="OR",
                        ),
                        name="letter_of_an_exercise_says_so",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("dropped_at__isnull", True),
                                ("parked_at__isnull", True),
                                ("sent_at__isnull", True),
                            ),
                            models.Q(
                                ("dropped_at__isnull", True),
                                ("parked_at__isnull", True),
                                ("sent_at__isnull", False),
                            ),
                            models.Q(
                                ("dropped_at__isnull", True),
                                ("parked_at__isnull", False),
                                ("sent_at__isnull", True),
                            ),
                            models.Q(
                                ("dropped_at__isnull", False),
                                ("parked_at__isnull", True),
                                ("sent_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="letter_ends_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", ""), ("sent_at__isnull", True)),
                            models.Q(("means__in", ["smtp", "file"]), ("sent_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="letter_left_by_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sealed", ""),
                            models.Q(("dropped_at__isnull", True), ("sent_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="letter_keeps_no_secret_once_gone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tries__lte", 100)), name="letter_tried_so_often"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("posted_at__isnull", True),
                                (
                                    "posted_at__range",
                                    (
                                        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                        datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("due_at__isnull", True),
                                (
                                    "due_at__range",
                                    (
                                        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                        datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("sent_at__isnull", True),
                                (
                                    "sent_at__range",
                                    (
                                        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                        datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("parked_at__isnull", True),
                                (
                                    "parked_at__range",
                                    (
                                        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                        datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("dropped_at__isnull", True),
                                (
                                    "dropped_at__range",
                                    (
                                        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                        datetime.datetime(2100, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                    ),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="letter_at_sane_times",
                        violation_error_message="Give a time between the years 1970 and 2100.",
                    ),
                ],
            },
        ),
        guards.guarded("agencies_letter"),
        walled("agencies_letter", own("agencies_letter")),
    ]
