"""What the clauses between two agencies say to the question why a field is shown, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.categories import Category, ClearanceKind, Masking, Purpose
from agencies.grants import Viewer
from agencies.models import Agreement, SeatKind, ShareGrant, UncheckedShare
from agencies.verdicts import Bearing, Reason
from audit import clock
from incidents.lifecycle import ParticipationStatus
from incidents.models import Incident, Participation

PERMITS, LIMITS = Bearing.PERMITS, Bearing.LIMITS


@dataclass(frozen=True, slots=True)
class Question:
    """Who asks to see what: a category of an owner's data, in one row at one incident."""

    viewer: Viewer
    incident: UUID
    owner: UUID
    category: Category
    row: dict[str, Any]
    note: UUID | None


def by_clauses(asked: Question) -> Iterator[Reason]:
    shared = ShareGrant.objects.filter(
        giver=asked.owner, receiver=asked.viewer.agency, category=asked.category
    )
    texts = _texts({row.clause_id for row in shared})
    for row in shared.order_by("clause"):
        for bearing, sentence in _terms(asked, row):
            yield Reason(
                bearing=bearing,
                sentence=sentence,
                clause=row.clause_id,
                agreement=texts[row.clause_id][0],
                reference=row.clause,
                text_hash=texts[row.clause_id][1],
            )


def unchecked(asked: Question) -> Iterator[Reason]:
    """RULE-MOU-08: what is shown cannot be taken back, so an unchecked clause shows nothing."""
    waiting = UncheckedShare.objects.filter(
        giver=asked.owner, receiver=asked.viewer.agency, category=asked.category
    )
    texts = _texts({row.clause_id for row in waiting})
    for row in waiting.order_by("clause"):
        yield Reason(
            bearing=Bearing.WARNS,
            sentence=_(
                "%s would share it. Counsel of its owner has not checked the clause's coded"
                " form, so it shows nothing yet."
            )
            % row.clause,
            clause=row.clause_id,
            agreement=texts[row.clause_id][0],
            reference=row.clause,
            text_hash=texts[row.clause_id][1],
        )


def _texts(clauses: set[UUID]) -> dict[UUID, tuple[UUID, str]]:
    found = Agreement.objects.filter(clauses__in=clauses)
    rows = found.values_list("clauses", "pk", "text_hash")
    return {clause: (pk, said) for clause, pk, said in rows if clause in clauses}


def _terms(asked: Question, row: ShareGrant) -> Iterator[tuple[Bearing, str]]:
    """A clause permits where all that it asks for is met, and says what is missing where not."""
    lacking = list(_lacking(asked, row))
    if lacking:
        yield from ((LIMITS, sentence) for sentence in lacking)
        return
    yield (
        PERMITS,
        _("%(clause)s shares %(category)s for this purpose.")
        % {
            "clause": row.clause,
            "category": str(Category(row.category).label).lower(),
        },
    )
    if row.masking != Masking.WHOLE:
        yield LIMITS, str(Masking(row.masking).label)


def _lacking(asked: Question, row: ShareGrant) -> Iterator[str]:
    place = Participation.objects.get(incident=asked.incident, agency=asked.viewer.agency)
    giver = Participation.objects.filter(incident=asked.incident, agency=asked.owner).first()
    if row.purpose not in place.purposes:
        yield _("It is for a purpose that the agency has not stated: %s.") % (
            str(Purpose(row.purpose).label).lower()
        )
    if row.seats and not set(row.seats) & asked.viewer.seats:
        seats = ", ".join(str(SeatKind(seat).label).lower() for seat in row.seats)
        yield _("It is for these seats only: %s.") % seats
    if not set(row.needs) <= asked.viewer.clearances:
        needs = ", ".join(ClearanceKind(need).in_words for need in row.needs)
        yield _("It is only for members who are: %s.") % needs
    if row.incident_only and (giver is None or giver.status != ParticipationStatus.ACCEPTED):
        yield _("It holds only while its owner is at the incident.")
    if _over(asked.incident, row.retention_days):
        yield _("The days are over for which it is shown after the incident was closed.")


def _over(incident: UUID, days: int | None) -> bool:
    closed = Incident.objects.values_list("closed_at", flat=True).get(pk=incident)
    return days is not None and closed is not None and (clock.now() - closed).days >= days
