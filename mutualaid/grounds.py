"""What lets an agency be asked, and within which limits: the reasons kept with each asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.insured import Certificate
from agencies.models import Commitment, Instrument
from agencies.speaking import duration, kind_and_type
from agencies.verdicts import Bearing, Reason, Verdict
from mutualaid.wanted import Wanted
from mutualaid.weighing import (
    Right,
    narrowings,
    obstacles,
    of_request,
    of_supply,
    unchecked,
)

Target = tuple[timedelta, UUID | None, str]  # how long, and the clause that says so


def weighed(
    right: Right, wanted: Wanted, target: Target, certificates: Iterable[Certificate] = ()
) -> Verdict:
    """Everything about one right: what permits, what limits, what forbids, and what warns."""
    against = tuple(obstacles(right, wanted))
    if any(one.bearing == Bearing.FORBIDS for one in against):
        return Verdict(reasons=against)
    limits = (*_limits(right), *(narrowings(right) if wanted.occasion is None else ()))
    answered, warns = (
        _answered(right, target),
        (*against, *unchecked(right), *(one.warning for one in certificates)),
    )
    return Verdict(reasons=(*_permits(right, wanted), *limits, answered, *warns))


def _permits(right: Right, wanted: Wanted) -> Iterator[Reason]:
    asking = _("It lets one ask at this priority: %s.") % wanted.priority.label.lower()
    yield of_request(right, Bearing.PERMITS, asking)
    said = {"most": right["max_quantity"], "kind": kind_and_type(right["kind"], right["type"])}
    promised = (
        _("It commits to up to %(most)d of: %(kind)s.")
        if right["commitment"] == Commitment.COMMITTED
        else _("It promises up to %(most)d of: %(kind)s.")
    )
    yield of_supply(right, Bearing.PERMITS, promised % said)


def _limits(right: Right) -> Iterator[Reason]:
    if right["instrument"] == Instrument.UNWRITTEN:
        yield of_supply(right, Bearing.LIMITS, unwritten())
    elif right["commitment"] == Commitment.BEST_EFFORT:
        said = _("On best effort: it may send less, or decline with a reason.")
        yield of_supply(right, Bearing.LIMITS, said)
    if floor := right["drawdown_floor"]:
        yield of_supply(right, Bearing.LIMITS, _("It keeps at least %d of them at home.") % floor)
    if hours := right["max_hours"]:
        said = ngettext("It sends for %d hour at most.", "It sends for %d hours at most.", hours)
        yield of_supply(right, Bearing.LIMITS, said % hours)


def unwritten() -> str:
    return _("Unwritten practice: asked on best effort, nothing is owed and nothing is shared.")


def _answered(right: Right, target: Target) -> Reason:
    within, clause, number = target
    time = duration(round(within.total_seconds()))
    if clause is None:
        said = _("No time to answer is agreed; local policy sets %s.") % time
        return Reason(bearing=Bearing.LIMITS, sentence=said)
    return Reason(
        bearing=Bearing.LIMITS,
        sentence=_("It answers within %s.") % time,
        clause=clause,
        agreement=right["agreement_id"],
        reference=f"{right['agreement_title']}, {number}",
        text_hash=right["text_hash"],
    )
