"""The coded terms of clauses on automatic aid, command and powers."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.hazards import Hazard
from agencies.models.aid_terms import hazards, known
from agencies.models.clause import Clause
from audit.rows import Row

MOST_FIRST_DUE = 30


class Control(TextChoices):
    """Whose word counts."""

    REQUESTER = "requester", _("The party that asked")
    PROVIDER = "provider", _("The party that sent")
    UNIFIED = "unified", _("Both, in unified command")


class ArrestAuthority(TextChoices):
    """How far somebody may arrest away from home; none unless it is said (chapter 4.3)."""

    NONE = "none", _("None")
    HOST_PRESENT = "host_present", _("With an officer of the host present")
    LIMITED = "limited", _("Limited")
    FULL = "full", _("Full")


class AutoAidTerm(Row):
    """Who goes at once when something happens in an area, without being asked.

    It hints; whoever dispatches sends. ``first_due`` names units in their order.
    """

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="auto_aid_term")
    area = models.JSONField(default=list)
    event_types = hazards()
    first_due = ArrayField(models.CharField(max_length=80))

    class Meta:
        constraints = [
            known("auto_aid_names_known_hazards", "event_types", Hazard),
            CheckConstraint(
                name="auto_aid_names_who_is_first_due",
                condition=Q(first_due__len__range=(1, MOST_FIRST_DUE)),
                violation_error_message="Name between 1 and 30 that are first due.",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(self.first_due)


class CommandTerm(Row):
    """Who leads those who were sent, whose rules they follow, and how soon they may be recalled."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="command_term")
    operational = models.CharField(max_length=12, choices=Control)
    administrative = models.CharField(max_length=12, choices=Control)
    recall_notice_hours = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            CheckConstraint(
                name="command_term_control_is_known",
                condition=Q(operational__in=Control.values, administrative__in=Control.values),
            ),
            CheckConstraint(
                name="command_term_recalls_within_a_month",
                condition=Q(recall_notice_hours__range=(0, 720)),
                violation_error_message="Give between 0 and 720 hours of notice.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operational}, {self.administrative}"


class PowersTerm(Row):
    """What those who are sent may do away from home."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="powers_term")
    peace_officer = models.BooleanField(default=False)
    arrest = models.CharField(max_length=12, choices=ArrestAuthority, default=ArrestAuthority.NONE)
    limits = models.CharField(max_length=1000, blank=True)
    policy = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="powers_term_arrest_is_known",
                condition=Q(arrest__in=ArrestAuthority.values),
            ),
            CheckConstraint(
                name="powers_term_only_peace_officers_arrest",
                condition=Q(peace_officer=True) | Q(arrest=ArrestAuthority.NONE),
                violation_error_message="Only peace officers arrest.",
            ),
        ]

    def __str__(self) -> str:
        return self.arrest
