from __future__ import annotations

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.writes import write
from mutualaid import rules
from mutualaid.facts import LineCancelled, LineClosedShort, LineRetried
from mutualaid.lifecycle import LineStatus, move
from mutualaid.models import OrderLine
from mutualaid.writes import inputs
from mutualaid.writes.asking import go_on, wind_down
from mutualaid.writes.cancelling import cancelled
from mutualaid.writes.holds import RequestOnHold
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle


class NothingToCancel(Conflict):
    """Nothing of this line can be cancelled any more."""


class NotGivenUp(Conflict):
    """This line is still being sought, or over."""


class NobodyToAsk(Refusal):
    """Still nobody may be asked: no agreement in force covers it."""


@write(allow=rules.may_steer_line, under="request")
def cancel_line(
    actor: Actor, line: OrderLine, *, reason: str, quantity: int | None = None
) -> tuple[Fact, ...]:
    """Cancel some or all of a line. Its number is not used again."""
    reason = inputs.reason(reason)
    seeking = Seeking.of(line.pk)
    number = cancelled(seeking, quantity, reason)
    if number == 0:
        raise NothingToCancel
    settle(seeking)
    told = LineCancelled(
        **seeking.about_line, quantity=number, reason=reason, touches=seeking.changes()
    )
    return told, *seeking.told


@write(allow=rules.may_order_line, under="request")
def close_short(actor: Actor, line: OrderLine) -> tuple[Fact, ...]:
    """Make do with what was accepted, and stop asking for the rest."""
    seeking = Seeking.of(line.pk)
    missing = seeking.line.wanted
    wind_down(seeking, _("The requester makes do with fewer."))
    move(seeking.line, LineStatus.SHORT_CLOSED)
    settle(seeking)
    short = LineClosedShort(**seeking.about_line, missing=missing, touches=seeking.changes())
    return short, *seeking.told


@write(allow=rules.may_order_line, under="request")
def retry_line(actor: Actor, line: OrderLine) -> tuple[Fact, ...]:
    """Ask again for what could not be filled, as agreements stand now, from the first tier."""
    seeking = Seeking.of(line.pk)
    if seeking.line.status != LineStatus.UNABLE_TO_FILL:
        raise NotGivenUp
    if seeking.request.held_at:
        raise RequestOnHold
    seeking.line.retried_at = now()
    seeking.round += 1
    go_on(seeking)
    if not seeking.running:
        raise NobodyToAsk
    settle(seeking)
    return LineRetried(**seeking.about_line, touches=seeking.changes()), *seeking.told
