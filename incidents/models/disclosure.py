from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from agencies.categories import Category
from agencies.models import Agency
from audit.rows import Row, sane_time
from incidents.lifecycle import DisclosureStatus
from incidents.models.incident import Incident
from incidents.models.note import Note


class Disclosure(Row):
    """One category of an owner's data, shown to one agency at one incident, besides clauses.

    The owner shares it for a reason, or is asked to. ``via`` is an agency that passes on
    what it was shown itself, under a ``clause`` that lets it (no chain without one), in the
    version that it then had.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="disclosures")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    to = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    via = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    clause = models.UUIDField(null=True)
    clause_version = models.PositiveIntegerField(null=True)
    category = models.CharField(max_length=8, choices=Category)
    status = models.CharField(max_length=8, choices=DisclosureStatus)
    reason = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    decided_by = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "-asked_at"]
        constraints = [
            UniqueConstraint(
                name="disclosure_once_at_a_time",
                fields=["incident", "owner", "to", "category"],
                condition=Q(status__in=[DisclosureStatus.ASKED, DisclosureStatus.SHARED]),
                violation_error_message="This is shared already, or being asked for.",
            ),
            CheckConstraint(
                name="disclosure_between_different_agencies",
                condition=~Q(owner=F("to")) & (Q(via__isnull=True) | ~Q(via=F("to"))),
                violation_error_message="Share with another agency.",
            ),
            CheckConstraint(
                name="disclosure_for_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why.",
            ),
            CheckConstraint(
                name="disclosure_decided_when_it_was",
                condition=Q(status=DisclosureStatus.ASKED, decided_at__isnull=True)
                | Q(~Q(status=DisclosureStatus.ASKED), decided_at__isnull=False),
            ),
            CheckConstraint(
                name="disclosure_passed_on_under_a_clause",
                condition=Q(via__isnull=True, clause__isnull=True)
                | Q(via__isnull=False, clause__isnull=False),
            ),
            CheckConstraint(
                name="disclosure_of_a_clause_in_a_version",
                condition=Q(clause_version__isnull=True) | Q(clause__isnull=False),
            ),
            sane_time("disclosure_at_sane_times", "asked_at", "decided_at", "until"),
        ]

    def __str__(self) -> str:
        return f"{self.category} of {self.owner} to {self.to}"


class Withdrawal(Row):
    """What an owner shows no more at an incident, whatever its clauses say.

    To one partner or to every one; one category, one note, or all that is shared above
    what everybody there needs.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="withdrawals")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    category = models.CharField(max_length=8, choices=Category, blank=True)
    note = models.ForeignKey(Note, models.PROTECT, null=True, related_name="withdrawals")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "-made_at"]
        constraints = [
            UniqueConstraint(
                name="withdrawal_once_at_a_time",
                fields=["incident", "owner", "partner", "category", "note"],
                condition=Q(lifted_at__isnull=True),
                nulls_distinct=False,
                violation_error_message="This is withdrawn already.",
            ),
            CheckConstraint(
                name="withdrawal_of_a_note_or_a_category",
                condition=Q(note__isnull=True) | Q(category=""),
            ),
            CheckConstraint(
                name="withdrawal_from_another_agency",
                condition=Q(partner__isnull=True) | ~Q(partner=F("owner")),
                violation_error_message="What is your own cannot be withdrawn from you.",
            ),
            sane_time("withdrawal_at_sane_times", "made_at", "lifted_at"),
        ]
        indexes = [
            Index(
                name="withdrawal_standing",
                fields=["incident", "owner"],
                condition=Q(lifted_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.category or 'all'} of {self.owner}"
