"""Where a text stands on its way, whose turn it is, and what is missing: in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.lifecycle import AgreementStatus
from agencies.models import (
    Agreement,
    Clause,
    ClauseCheck,
    ClauseKind,
    Motion,
    MotionKind,
    Party,
)
from agencies.progress import (
    guarded_parties,
    latest_version,
    remaining_parties,
    unanswered,
    unresolved,
    unreviewed,
    unsigned,
    with_counsel,
)
from agencies.reads.standing import STATES
from agencies.reads.told_of_endings import MOTIONS
from audit import clock

WAY: Final = (
    ("draft", gettext_lazy("Draft")),
    ("legal_review", gettext_lazy("Legal review")),
    ("negotiation", gettext_lazy("Negotiation")),
    ("approved", gettext_lazy("Approved")),
    ("signing", gettext_lazy("Signing")),
    ("in_force", gettext_lazy("In force")),
)
OVER: Final = frozenset({"lapsed", "expired", "renewed", "terminated", "too_few", "abandoned"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way: behind, here, or still to come."""

    code: str
    label: str
    place: str  # done, now, to_come, over


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Something that is awaited, and of whom."""

    agency: UUID
    name: str
    what: str


def steps(state: str) -> tuple[Step, ...]:
    """The way, and where on it this text stands."""
    order = [code for code, _label in WAY]
    here = "in_force" if state in {"suspended", "not_begun"} | OVER else state
    at = order.index(here)
    return tuple(
        Step(
            code=code,
            label=str(STATES[state] if n == at and state in OVER else label),
            place="done" if n < at else "to_come" if n > at else "over" if state in OVER else "now",
        )
        for n, (code, label) in enumerate(WAY)
    )


def turns(row: Agreement) -> tuple[Turn, ...]:
    """Whose turn it is, with what; nothing where nobody is waited for."""
    match AgreementStatus(row.status):
        case AgreementStatus.LEGAL_REVIEW:
            return tuple(_reviews(row))
        case AgreementStatus.DRAFT | AgreementStatus.NEGOTIATION:
            return (*_answers(row), _lead(row, _next_of_open(row)))
        case AgreementStatus.APPROVED:
            resolving = tuple(_resolutions(row))
            return resolving or (_lead(row, _("send it for signature")),)
        case AgreementStatus.SIGNING:
            waiting = unsigned(row)
            checks = _checks(row, [*waiting, *remaining_parties(row, clock.now())])
            return (*(_of(party, _("sign it")) for party in waiting), *checks)
        case AgreementStatus.EXECUTED:
            return (*_consents(row), *_checks(row, remaining_parties(row, clock.now())))
    return ()


def _next_of_open(row: Agreement) -> str:
    if guarded_parties(row) or row.status == AgreementStatus.NEGOTIATION:
        return _("finish the text and send it for review")
    return _("finish the text and send it on")


def _reviews(row: Agreement) -> Iterable[Turn]:
    version = latest_version(row)
    waiting = unreviewed(row, version) if version else []
    counseled = with_counsel(party.agency_id for party in waiting)
    for party in waiting:
        by_counsel = party.agency_id in counseled
        yield _of(
            party,
            _("let its counsel answer to version %d") % (version.number if version else 0)
            if by_counsel
            else _("answer to version %d: it has no counsel, so its admin does")
            % (version.number if version else 0),
        )


def _answers(row: Agreement) -> Iterable[Turn]:
    for redline in unanswered(row):
        yield _lead(
            row,
            _("take or decline what %(agency)s proposes for clause %(number)s")
            % {"agency": redline.party.agency.name, "number": redline.clause.number},
        )


def _resolutions(row: Agreement) -> Iterable[Turn]:
    for party in unresolved(row, latest_version(row)):
        yield _of(party, _("enter the resolution of its %s") % party.body)


def _consents(row: Agreement) -> Iterable[Turn]:
    open_motions = Motion.objects.filter(
        agreement=row, carried_at__isnull=True, dropped_at__isnull=True
    ).prefetch_related("consents")
    for motion in open_motions:
        given = {consent.party_id for consent in motion.consents.all()}
        for party in remaining_parties(row, clock.now()):
            if party.pk not in given:
                yield _of(party, _("consent %s, or not") % MOTIONS[MotionKind(motion.kind)])


def _checks(row: Agreement, parties: Collection[Party]) -> Iterable[Turn]:
    """Who of them gives by a clause that shows nothing until their own counsel has checked it."""
    said = ClauseCheck.objects.filter(clause__agreement=row, withdrawn_at__isnull=True)
    checked = set(said.values_list("clause", "party"))
    shares = Clause.objects.filter(
        agreement=row, kind=ClauseKind.DATA_SHARE, removed_at__isnull=True
    )
    for clause in shares.order_by("number"):
        for party in parties:
            if clause.giver_id in (None, party.pk) and (clause.pk, party.pk) not in checked:
                what = _("check the coding of clause %s, which shows nothing until then")
                yield _of(party, what % clause.number)


def _lead(row: Agreement, what: str) -> Turn:
    return Turn(agency=row.led_by_id, name=row.led_by.name, what=what)


def _of(party: Party, what: str) -> Turn:
    return Turn(agency=party.agency_id, name=party.agency.name, what=what)
