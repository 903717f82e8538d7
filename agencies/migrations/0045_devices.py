import datetime
import uuid

import django.db.models.deletion
from django.db import migrations, models

from audit import guards
from audit.policies import own, walled


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0044_bounds_of_lists_valid"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("device", models.CharField(blank=True, default="", max_length=40)),
                ("begun_at", models.DateTimeField()),
                ("active_at", models.DateTimeField()),
                ("locked_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=60)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("dispatch_room", "Dispatch room in a secure place"),
                            ("vehicle", "Part of a police, fire or EMS vehicle"),
                            ("receive_only", "Receives only, in a secure place"),
                        ],
                        max_length=16,
                    ),
                ),
                ("device", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("granted_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemptions",
                        to="agencies.agency",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("agency", "device"),
                        name="exemption_once_for_a_device",
                        violation_error_message="That was asked for this device before.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            ("device__regex", "^[0-9a-f]{40}$"),
                        ),
                        name="exemption_names_its_device",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("granted_at__isnull", True),
                            ("granted_at__gte", models.F("asked_at")),
                            _connector="OR",
                        ),
                        name="exemption_granted_after_it_was_asked_for",
                    ),
                    models.CheckConstraint(
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
                                ("granted_at__isnull", True),
                                (
                                    "granted_at__range",
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
                        name="exemption_at_sane_times",
                        violation_error_message="Give a time between the years 1970 and 2100.",
                    ),
                ],
            },
        ),
        guards.guarded("agencies_exemption"),
        walled("agencies_exemption", own("agencies_exemption")),
    ]
