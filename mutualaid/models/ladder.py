from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from agencies.models import Agency, Resource
from audit.rows import Row, sane_time
from mutualaid.lifecycle import (
    CLIMBING,
    STANDING,
    DeclineReason,
    RungStatus,
    SolicitationStatus,
)
from mutualaid.models.request import OrderLine

# What is kept of a clause under which somebody is asked.
CLAUSE_AS_READ = [
    *("id", "agreement", "agreement_title", "number", "heading", "text"),
    *("kind", "type", "max_quantity", "floor", "tier", "seconds"),
]


class Rung(Row):
    """One step of a line's ladder: a tier, whom it asks, and until when.

    ``plan`` says whom it would ask as clauses stood when the line was ordered;
    clauses are looked at again when the rung is sent. ``due_at`` is swept, the
    most pressing ``rank`` first. A line that is sought again gets a further
    ``round`` of rungs, and the earlier ones remain as they ended.
    """

    line = models.ForeignKey(OrderLine, models.PROTECT, related_name="rungs")
    position = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField(default=1)
    rank = models.PositiveSmallIntegerField()
    tier = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=RungStatus, default=RungStatus.WAITING)
    plan = models.JSONField(default=list)
    asked_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["line", "position"]
        indexes = [
            models.Index(
                name="rung_due",
                fields=["rank", "due_at"],
                condition=Q(status=RungStatus.ASKED),
            ),
            models.Index(
                name="rung_to_remind",
                fields=["rank", "remind_at"],
                condition=Q(status=RungStatus.ASKED, reminded_at__isnull=True),
            ),
        ]
        constraints = [
            UniqueConstraint(name="rung_position_once", fields=["line", "position"]),
            CheckConstraint(
                name="rung_due_when_asked",
                condition=~Q(status__in=sorted(CLIMBING))
                | Q(
                    asked_at__isnull=False,
                    remind_at__isnull=False,
                    due_at__gt=F("asked_at"),
                ),
            ),
            sane_time("rung_at_sane_times", "asked_at", "remind_at", "reminded_at", "due_at"),
        ]

    def __str__(self) -> str:
        return f"{self.line}, rung {self.position}"


class Solicitation(Row):
    """One provider asked for one line, and what came of it (chapter 4.6, offer or solicitation).

    The clause that allowed the asking is kept as it then read (RULE-MOU-06), so
    that a later amendment cannot change a decision already made. An offer stands
    until ``valid_until``, which is swept; without it, until somebody decides.
    """

    line = models.ForeignKey(OrderLine, models.PROTECT, related_name="solicitations")
    rung = models.ForeignKey(Rung, models.PROTECT, related_name="solicitations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    clause_id = models.UUIDField()
    clause = models.JSONField()
    status = models.CharField(
        max_length=24, choices=SolicitationStatus, default=SolicitationStatus.REQUESTED
    )
    asked_quantity = models.PositiveSmallIntegerField()
    offered_quantity = models.PositiveSmallIntegerField(default=0)
    accepted_quantity = models.PositiveSmallIntegerField(default=0)
    decline_reason = models.CharField(max_length=16, choices=DeclineReason, blank=True)
    remarks = models.CharField(max_length=400, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)
    eta = models.DateTimeField(null=True)
    valid_until = models.DateTimeField(null=True)
    late = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["line", "asked_at"]
        indexes = [
            models.Index(
                name="offer_to_lapse",
                fields=["valid_until"],
                condition=Q(status=SolicitationStatus.OFFERED, valid_until__isnull=False),
            ),
        ]
        constraints = [
            UniqueConstraint(name="solicitation_once_per_rung", fields=["rung", "agency"]),
            UniqueConstraint(
                name="solicitation_one_standing_per_agency",
                fields=["line", "agency"],
                condition=Q(status__in=sorted(STANDING)),
                violation_error_message="This agency is being asked for it already.",
            ),
            CheckConstraint(
                name="solicitation_keeps_its_clause",  # RULE-MOU-06
                condition=Q(clause__has_keys=CLAUSE_AS_READ),
            ),
            CheckConstraint(
                name="solicitation_asks_for_something",
                condition=Q(asked_quantity__gte=1),
            ),
            CheckConstraint(
                name="solicitation_never_accepted_beyond_its_offer",
                condition=Q(accepted_quantity__lte=F("offered_quantity")),
                violation_error_message="They did not offer that many.",
            ),
            CheckConstraint(
                name="solicitation_declined_for_a_reason",
                condition=~Q(status=SolicitationStatus.DECLINED) | ~Q(decline_reason=""),
                violation_error_message="Say why, from the list.",
            ),
            sane_time(
                "solicitation_at_sane_times",
                *("eta", "valid_until", "asked_at", "due_at", "answered_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, asked for {self.line}"


class OfferedResource(Row):
    """A resource that a provider named in its offer.

    It does not stand where the offer lapsed and was made anew without it.
    """

    solicitation = models.ForeignKey(Solicitation, models.PROTECT, related_name="named")
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="+")
    stands = models.BooleanField(default=True)
    accepted = models.BooleanField(default=False)

    class Meta:
        ordering = ["solicitation", "resource"]
        constraints = [
            CheckConstraint(
                name="resource_stands_when_accepted",
                condition=Q(stands=True) | Q(accepted=False),
            ),
            UniqueConstraint(
                name="resource_named_once_per_offer",
                fields=["solicitation", "resource"],
                violation_error_message="The same resource is named twice.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource} in {self.solicitation}"
