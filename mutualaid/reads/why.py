"""Why, and why not: whether one agency may ask another for something, and what decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.categories import Category
from agencies.insured import lapsing
from agencies.models import Agency, Agreement, Priority, SupplyRight
from agencies.reads.agreements import AS_PARTY, visible
from agencies.speaking import day, kind_and_type
from agencies.verdicts import Bearing, Reason, Verdict
from audit import clock, looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.rules import participates
from mutualaid import matching
from mutualaid.grounds import weighed
from mutualaid.positions import occasion_at
from mutualaid.reads.images.words import label
from mutualaid.wanted import Occasion, Wanted
from mutualaid.weighing import Right, of_supply

# Now is the moment of the question, as for the ladder, and not that of the page's first.
MOMENT: Final = "coalesce(%s::timestamptz, statement_timestamp())"
RIGHTS: Final = (
    f"SELECT * FROM agencies_rights_at({MOMENT}) WHERE receiver_id = %s AND giver_id = %s"
)
BOUND: Final = (
    f"SELECT a.*, b.agency_id FROM agencies_bound_at({MOMENT}) b"
    " JOIN agencies_agreement a ON a.id = b.agreement_id WHERE b.agency_id = ANY(%s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer in a sentence, what it rests on, and what else was looked at and does not help."""

    requester: UUID
    provider: UUID
    at: datetime
    allowed: bool
    sentence: str
    reasons: tuple[Reason, ...]
    otherwise: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """May this one ask that one for so many of something, at that time?"""

    requester: UUID
    provider: UUID
    kind: str
    type: int | None = None
    or_better: bool = True
    quantity: int = 1
    priority: Priority = Priority.URGENT
    at: datetime | None = None
    incident: UUID | None = None
    declaration: str = ""
    eoc_level: int | None = None


@read
def why(actor: Actor, question: Question) -> Why:
    """Which clauses permit it, which limit it, and which forbid it (RULE-MOU-06).

    Asked by one of the two; what others agreed among themselves is not told.
    """
    names = _names(actor, question)
    at = question.at or clock.now()
    wanted = _wanted(actor, question)
    verdicts = _verdicts(question, wanted)
    permitted = [one for one in verdicts if one.allowed]
    forbids = tuple(why for one in verdicts if not one.allowed for why in one.reasons)
    reasons = tuple(why for one in permitted for why in one.reasons)
    missing = () if verdicts else _absent(actor, question, at)
    for reason in (*reasons, *forbids):
        _note(question.provider, reason)
    return Why(
        requester=question.requester,
        provider=question.provider,
        at=at,
        allowed=bool(permitted),
        sentence=_sentence(question, names, allowed=bool(permitted)),
        reasons=reasons or forbids or missing,
        otherwise=forbids if permitted else (),
    )


def _names(actor: Actor, question: Question) -> dict[UUID, str]:
    pair = {question.requester, question.provider}
    names = dict(Agency.objects.filter(pk__in=pair).values_list("pk", "name"))
    if actor.agency_id not in pair or len(names) != 2:
        raise NotFound
    return names


def _wanted(actor: Actor, question: Question) -> Wanted:
    return Wanted(
        kind=question.kind,
        type=question.type,
        or_better=question.or_better,
        priority=question.priority,
        occasion=_occasion(actor, question),
    )


def _occasion(actor: Actor, question: Question) -> Occasion | None:
    """The occasion, where an incident is named that the asker's agency is at."""
    if question.incident is None:
        return None
    here = participates.scope(Incident.objects.all(), actor).filter(pk=question.incident).first()
    if here is None:
        raise NotFound
    return occasion_at(actor, here, question.declaration, question.eoc_level)


def _verdicts(question: Question, wanted: Wanted) -> list[Verdict]:
    found = SupplyRight.objects.raw(RIGHTS, [question.at, question.requester, question.provider])
    known = matching.targets(question.requester, wanted.priority)
    policy, insured = matching.by_policy(wanted.priority), lapsing(question.requester)
    return [
        _counted(
            right,
            question,
            weighed(right, wanted, known.get(_pair(right), policy), insured.get(_pair(right), ())),
        )
        for right in (_as_right(row) for row in found if row.kind == wanted.kind)
    ]


def _as_right(row: SupplyRight) -> Right:
    return {name: getattr(row, name) for name in ("giver_id", *matching.RIGHT)}


def _pair(right: Right) -> tuple[UUID, UUID]:
    return right["agreement_id"], right["giver_id"]


def _counted(right: Right, question: Question, verdict: Verdict) -> Verdict:
    """With what the number wanted comes to: more than promised may be asked of nobody."""
    most = right["max_quantity"]
    if not verdict.allowed or question.quantity <= most:
        return verdict
    said = _("It promises %(most)d at most; %(wanted)d are wanted.")
    limit = of_supply(right, Bearing.LIMITS, said % {"most": most, "wanted": question.quantity})
    return Verdict(reasons=(*verdict.reasons, limit))


def _absent(actor: Actor, question: Question, at: datetime) -> tuple[Reason, ...]:
    """Why nothing permits it: what the two have agreed, and why none of it says so then."""
    pair = [question.requester, question.provider]
    both = visible(actor).filter(status__in=("signing", "executed"))
    for agency in pair:
        both = both.filter(parties__agency=agency, parties__removed_at__isnull=True)
    bound: dict[UUID, set[UUID]] = {}
    for row in Agreement.objects.raw(BOUND, [question.at, pair]):
        bound.setdefault(row.pk, set()).add(row.agency_id)  # type: ignore[attr-defined]
    found = tuple(
        Reason(
            bearing=Bearing.FORBIDS,
            sentence=_not_then(row, at, binds=bound.get(row.pk, set()) >= set(pair)),
            agreement=row.pk,
            reference=row.title,
            text_hash=row.text_hash,
        )
        for row in both.distinct()
    )
    nothing = _("Nothing is agreed between the two.")
    return found or (Reason(bearing=Bearing.FORBIDS, sentence=nothing),)


def _not_then(row: Agreement, at: datetime, *, binds: bool) -> str:
    if binds:
        return _("It binds both, and gives no right to ask for this kind.")
    if row.expires_at is not None and row.expires_at <= at:
        return _("It ended on %s.") % day(row.expires_at)
    if row.effective_at > at:
        return _("It begins on %s.") % day(row.effective_at)
    return _("It does not bind both of them at that time.")


def _sentence(question: Question, names: dict[UUID, str], *, allowed: bool) -> str:
    said = {
        "requester": names[question.requester],
        "provider": names[question.provider],
        "quantity": question.quantity,
        "kind": kind_and_type(question.kind, question.type),
        "priority": label(question.priority).lower(),
    }
    if allowed:
        return (
            _("%(requester)s may ask %(provider)s for %(quantity)d × %(kind)s: %(priority)s.")
            % said
        )
    return (
        _("%(requester)s may not ask %(provider)s for %(quantity)d × %(kind)s: %(priority)s.")
        % said
    )


def _note(giver: UUID, reason: Reason) -> None:
    """What an agency promises is its own, and shown to those it is promised to."""
    if reason.clause is not None:
        by = opened("party", AS_PARTY, Category.OWN)
        looks.current().shown(giver, f"clause:{reason.clause}", by)
