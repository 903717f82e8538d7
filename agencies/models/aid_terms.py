"""The coded terms of clauses on asking, sending, answering and paying."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.hazards import Hazard
from agencies.models.clause import Clause, Priority
from audit.rows import Row

HOURS_IN_A_YEAR = 8784


class AskingPosition(TextChoices):
    """As what somebody asks for help."""

    INCIDENT_COMMANDER = "incident_commander", _("Incident commander")
    COMMANDER = "commander", _("Commander or responder")
    DISPATCHER = "dispatcher", _("Dispatcher")


class Declaration(TextChoices):
    """A declared emergency, and how far up it was declared."""

    LOCAL = "local", _("Local declaration")
    STATE = "state", _("Declaration by the governor")
    FEDERAL = "federal", _("Federal declaration")


class Commitment(TextChoices):
    """How firmly something is promised. Either may still be declined with a reason (RULE-MA-03)."""

    BEST_EFFORT = "best_effort", _("Best effort")
    COMMITTED = "committed", _("Committed")


class CountedFrom(TextChoices):
    """Which moment starts the clock of an arrival."""

    ASKED = "asked", _("From when it was asked")
    ACCEPTED = "accepted", _("From when the offer was accepted")


def hazards() -> ArrayField[list[str], list[str]]:
    """Kinds of incident; none means every kind."""
    return ArrayField(models.CharField(max_length=16, choices=Hazard), default=list)


def known(name: str, field: str, words: type[TextChoices]) -> CheckConstraint:
    """Only words of the list, each a few times at most."""
    return CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__contained_by": list(words.values)})
        & Q(**{f"{field}__len__lte": len(words.values)}),
    )


class RequestTerm(Row):
    """The receiver may ask: at which priority, as what, at which incidents, where.

    ``area`` is a ring of latitudes and longitudes; an empty one is everywhere.
    """

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="request_term")
    lowest_priority = models.CharField(max_length=12, choices=Priority, default=Priority.ROUTINE)
    positions = ArrayField(models.CharField(max_length=20, choices=AskingPosition), default=list)
    event_types = hazards()
    area = models.JSONField(default=list)
    declaration_required = models.BooleanField(default=False)

    class Meta:
        constraints = [
            known("request_term_names_known_positions", "positions", AskingPosition),
            known("request_term_names_known_hazards", "event_types", Hazard),
        ]

    def __str__(self) -> str:
        return f"from {self.lowest_priority}"


class PreconditionTerm(Row):
    """The receiver may ask only once an emergency is declared, or its operations center is up."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="precondition_term")
    declaration = models.CharField(max_length=8, choices=Declaration, blank=True)
    eoc_level = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="precondition_asks_for_something",
                condition=~Q(declaration="") | Q(eoc_level__isnull=False),
                violation_error_message="Name a declaration, a level of activation, or both.",
            ),
            CheckConstraint(
                name="precondition_declaration_is_known",
                condition=Q(declaration__in=["", *Declaration.values]),
            ),
            CheckConstraint(
                name="precondition_level_is_one_to_three",
                condition=Q(eoc_level__isnull=True) | Q(eoc_level__range=(1, 3)),
                violation_error_message="Levels go from 1 (full activation) to 3.",
            ),
        ]

    def __str__(self) -> str:
        return self.declaration or f"level {self.eoc_level}"


class SupplyTerm(Row):
    """The giver supplies this kind, up to a number, and never below its own draw-down floor."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="supply_terms")
    kind = models.CharField(max_length=24)
    type = models.PositiveSmallIntegerField(null=True)
    max_quantity = models.PositiveSmallIntegerField()
    drawdown_floor = models.PositiveSmallIntegerField(default=0)
    max_hours = models.PositiveSmallIntegerField(null=True)
    commitment = models.CharField(max_length=12, choices=Commitment, default=Commitment.BEST_EFFORT)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="supply_term_once_per_kind_and_type",
                fields=["clause", "kind", "type"],
                nulls_distinct=False,
                violation_error_message="This clause names that kind and type already.",
            ),
            CheckConstraint(
                name="supply_term_promises_something",
                condition=Q(max_quantity__range=(1, 999)),
                violation_error_message="Promise between 1 and 999.",
            ),
            CheckConstraint(
                name="supply_type_is_one_to_seven",
                condition=Q(type__isnull=True) | Q(type__range=(1, 7)),
            ),
            CheckConstraint(
                name="supply_term_lasts_a_year_at_most",
                condition=Q(max_hours__isnull=True) | Q(max_hours__range=(1, HOURS_IN_A_YEAR)),
                violation_error_message="Send for between 1 and 8784 hours.",
            ),
            CheckConstraint(
                name="supply_term_commitment_is_known",
                condition=Q(commitment__in=Commitment.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.max_quantity} × {self.kind}"


class ResponseTerm(Row):
    """The giver answers a request of this priority within this time.

    ``acknowledge_within`` and ``arrive_within`` are kept in sight; only the time to
    answer moves the ladder.
    """

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="response_terms")
    priority = models.CharField(max_length=12, choices=Priority)
    answer_within = models.DurationField()
    acknowledge_within = models.DurationField(null=True)
    arrive_within = models.DurationField(null=True)
    arrival_counted_from = models.CharField(
        max_length=8, choices=CountedFrom, default=CountedFrom.ASKED
    )

    class Meta:
        constraints = [
            UniqueConstraint(
                name="response_term_once_per_priority",
                fields=["clause", "priority"],
                violation_error_message="This clause has a target for that priority.",
            ),
            CheckConstraint(
                name="response_term_leaves_time",
                condition=Q(
                    answer_within__gt=timedelta(0),
                    answer_within__lte=timedelta(days=30),
                ),
                violation_error_message="Allow between a second and thirty days.",
            ),
            CheckConstraint(
                name="response_term_is_acknowledged_before_it_is_answered",
                condition=Q(acknowledge_within__isnull=True)
                | Q(acknowledge_within__gt=timedelta(0))
                & Q(acknowledge_within__lte=models.F("answer_within")),
                violation_error_message="An ask is acknowledged before it is answered.",
            ),
            CheckConstraint(
                name="response_term_arrives_in_time",
                condition=Q(arrive_within__isnull=True)
                | Q(arrive_within__gt=timedelta(0), arrive_within__lte=timedelta(days=30)),
                violation_error_message="Allow between a second and thirty days.",
            ),
            CheckConstraint(
                name="response_term_clock_is_known",
                condition=Q(arrival_counted_from__in=CountedFrom.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.priority}: {self.answer_within}"
