"""Why, and why not: may this seat of this agency see that field of that row (chapter 5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.categories import (
    CLEARANCE_FOR,
    OF_PARTICIPANTS,
    ClearanceKind,
    Tlp,
)
from agencies.grants import Viewer
from agencies.reads.checklist import criminal_justice
from agencies.sharing import SHEETS, known
from agencies.verdicts import Bearing, Reason, Verdict
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents.lifecycle import DisclosureStatus, ParticipationStatus
from incidents.models import Disclosure, Participation, Withdrawal
from incidents.reads import ledger_images
from incidents.reads.board import held_at
from incidents.reads.why_by_clause import Question, by_clauses, unchecked

PERMITS, FORBIDS = Bearing.PERMITS, Bearing.FORBIDS


@read
def why(
    actor: Actor,
    pk: UUID,
    *,
    key: str,
    field: str,
    agency: UUID | None = None,
    seats: frozenset[str] = frozenset(),
    clearances: frozenset[str] = frozenset(),
) -> Verdict:
    """What permits, limits and forbids it: for oneself, or of one's own data for a partner.

    Others' terms are theirs: who is neither owner nor viewer is told nothing.
    """
    held = held_at(actor, pk)
    row = _row(pk, key)
    own = agency in (None, held.viewer)
    viewer = Viewer.of(actor) if agency is None or own else Viewer(agency, seats, clearances)
    owner = UUID(str(row["owner"]))
    if not (own or owner == held.viewer) or not known("incident", key, row, held):
        raise NotFound
    sort, _colon, called = key.partition(":")
    placed = SHEETS["incident", sort].categories(row)
    if field not in placed:
        raise NotFound
    note = UUID(called) if sort == "note" else None
    asked = Question(viewer, pk, owner, placed[field], row, note)
    return Verdict(reasons=tuple(reasons(asked)))


def reasons(asked: Question) -> Iterator[Reason]:
    """Everything that bears on it; where nothing permits, the answer is no."""
    yield from _law(asked)
    if asked.owner == asked.viewer.agency:
        yield Reason(bearing=PERMITS, sentence=_("It is its own agency's."))
        yield from _label(asked)
        return
    if not _there(asked):
        yield Reason(bearing=FORBIDS, sentence=_("The agency is not at this incident."))
        return
    if asked.category in OF_PARTICIPANTS:
        yield Reason(
            bearing=PERMITS, sentence=_("Every agency at the incident sees what is public or OPS.")
        )
    yield from by_clauses(asked)
    yield from unchecked(asked)
    yield from _disclosed(asked)
    yield from _withdrawn(asked)
    yield from _label(asked)


def _row(incident: UUID, key: str) -> dict[str, Any]:
    _seq, images = ledger_images.newest(incident)
    found = next((row for one, row, _n in images if one == key and row), None)
    if found is None or ("incident", key.partition(":")[0]) not in SHEETS:
        raise NotFound
    return found


def _there(asked: Question) -> bool:
    return Participation.objects.filter(
        incident=asked.incident, agency=asked.viewer.agency, status=ParticipationStatus.ACCEPTED
    ).exists()


def _law(asked: Question) -> Iterator[Reason]:
    """RULE-CJ-01, RULE-CJ-02, 28 CFR 23.20(e): before anything that was agreed."""
    needed = CLEARANCE_FOR.get(asked.category)
    if needed == ClearanceKind.CJIS and not criminal_justice():
        yield Reason(
            bearing=FORBIDS,
            sentence=_("Criminal justice data is off in this installation (RULE-CJ-02)."),
        )
    own_intelligence = needed == ClearanceKind.PART_23 and asked.owner == asked.viewer.agency
    if needed and needed not in asked.viewer.clearances and not own_intelligence:
        label = ClearanceKind(needed).in_words
        yield Reason(bearing=FORBIDS, sentence=_("The law asks for somebody who is: %s.") % label)


def _disclosed(asked: Question) -> Iterator[Reason]:
    found = Disclosure.objects.filter(
        incident=asked.incident,
        owner=asked.owner,
        to=asked.viewer.agency,
        category=asked.category,
        status=DisclosureStatus.SHARED,
    )
    for row in found:
        yield Reason(
            bearing=PERMITS,
            sentence=_("Shared at this incident outside any agreement: %s") % row.reason
            if row.via_id is None
            else _("Passed on under a clause: %s") % row.reason,
            clause=row.clause,
        )


def _withdrawn(asked: Question) -> Iterator[Reason]:
    found = Withdrawal.objects.filter(
        incident=asked.incident, owner=asked.owner, lifted_at__isnull=True
    )
    for row in found:
        from_them = row.partner_id in (None, asked.viewer.agency)
        this_note = row.note_id is not None and row.note_id == asked.note
        this_category = row.note_id is None and row.category in ("", asked.category)
        if from_them and (this_note or (this_category and asked.category not in OF_PARTICIPANTS)):
            yield Reason(
                bearing=FORBIDS,
                sentence=_("Its owner withdrew it at this incident (%s).") % row.made_by,
            )


def _label(asked: Question) -> Iterator[Reason]:
    tlp = asked.row.get("tlp") or ""
    if tlp == Tlp.AMBER_STRICT and asked.owner != asked.viewer.agency:
        yield Reason(bearing=FORBIDS, sentence=_("TLP:AMBER+STRICT keeps it in its own agency."))
    if tlp == Tlp.RED:
        named = str(asked.viewer.member) in map(str, asked.row.get("recipients") or ())
        yield Reason(
            bearing=PERMITS if named else FORBIDS,
            sentence=_("TLP:RED is for those whom it names."),
        )
