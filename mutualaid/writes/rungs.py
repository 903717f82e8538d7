from __future__ import annotations

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.saving import save_together
from audit.writes import write
from mutualaid import rules
from mutualaid.facts import (
    AgencyReminded,
    AskExpired,
    RungLapsed,
    RungReminded,
    TiersSkipped,
)
from mutualaid.lifecycle import RungStatus, SolicitationStatus, move
from mutualaid.models import Rung, Solicitation
from mutualaid.writes import inputs
from mutualaid.writes.asking import go_on, stop
from mutualaid.writes.holds import RequestOnHold
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle


class AlreadySettled(Conflict):
    """This rung is not waiting for anybody any more."""


class NotDueYet(Conflict):
    """There is time left."""


class NotToBeSkippedTo(Conflict):
    """This rung is not one that still waits for its turn."""


class NobodyFurther(Refusal):
    """Nobody further would be asked there now. Whoever is asked already keeps their time."""


@write(allow=rules.time_ran_out, under="line__request")
def climb(actor: Actor, rung: Rung) -> tuple[Fact, ...]:
    """End a rung whose time is up, and ask the next for what is still outstanding.

    RULE-MA-04: who did not answer is marked so and may still answer late; the
    requester is told each step; with nobody left to ask, the line is unable to fill.
    """
    _refuse_unless_running(rung)
    if rung.due_at is None or rung.due_at > now():
        raise NotDueYet
    seeking = Seeking.of(rung.line_id)
    lapsed = seeking.rung(rung.pk)
    silent = seeking.silent(lapsed)
    _expire(seeking, silent)
    move(lapsed, RungStatus.LAPSED)
    lapsed.save(update_fields=["status"])
    seeking.change(lapsed, *silent)
    go_on(seeking)
    settle(seeking)
    told = RungLapsed(
        **seeking.about_line,
        rung=rung.pk,
        tier=rung.tier,
        silent=tuple(one.agency_id for one in silent),
        touches=seeking.changes(),
    )
    return told, *seeking.told


@write(allow=rules.time_ran_out, under="line__request")
def remind(actor: Actor, rung: Rung) -> tuple[Fact, ...]:
    """Remind, once, those who have not answered at half of their time (RULE-MA-04)."""
    _refuse_unless_running(rung)
    if rung.reminded_at is not None:
        raise AlreadySettled
    if rung.remind_at is None or rung.remind_at > now():
        raise NotDueYet
    rung.reminded_at = now()
    rung.save(update_fields=["reminded_at"])
    seeking = Seeking.of(rung.line_id)
    reminded = RungReminded(**seeking.about_line, rung=rung.pk, tier=rung.tier, touches=(rung,))
    return reminded, *(
        AgencyReminded(**seeking.about(one), due_at=one.due_at, touches=(one,))
        for one in seeking.silent(seeking.rung(rung.pk))
    )


@write(allow=rules.may_skip, under="line__request")
def skip_to_rung(actor: Actor, rung: Rung, *, reason: str) -> tuple[Fact, ...]:
    """Ask a further tier before its turn, for a reason that is recorded (RULE-MA-01).

    Whoever is being asked may still answer.
    """
    reason = inputs.reason(reason)
    if rung.status != RungStatus.WAITING:
        raise NotToBeSkippedTo
    seeking = Seeking.of(rung.line_id)
    if seeking.request.held_at:
        raise RequestOnHold
    note = _("Skipped: %s") % reason
    passed = [one for one in seeking.waiting if one.position < rung.position]
    for one in seeking.running:
        stop(seeking, one, note[:200])
    for one in passed:
        move(one, RungStatus.SKIPPED)
        one.note = note[:200]
        one.save(update_fields=["status", "note"])
        seeking.change(one)
    go_on(seeking)
    if not seeking.running:
        raise NobodyFurther
    settle(seeking)
    tiers = tuple(one.tier for one in passed)
    skipped = TiersSkipped(
        **seeking.about_line, tiers=tiers, reason=reason, touches=seeking.changes()
    )
    return skipped, *seeking.told


def _refuse_unless_running(rung: Rung) -> None:
    if rung.status != RungStatus.ASKED:
        raise AlreadySettled


def _expire(seeking: Seeking, silent: list[Solicitation]) -> None:
    for one in silent:
        move(one, SolicitationStatus.EXPIRED)
        seeking.tell(AskExpired(**seeking.about(one), touches=(one,)))
    save_together(silent, ["status"])
