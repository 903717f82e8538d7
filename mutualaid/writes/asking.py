"""Going up the ladder: asking the next tier, and ending what need not be asked any more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Priority
from audit.clock import now
from audit.saving import save_new
from mutualaid import ladder
from mutualaid.facts import (
    AgencyAsked,
    AskRaised,
    AskWithdrawn,
    OfferNotSelected,
    RungAsked,
    RungPassedOver,
)
from mutualaid.lifecycle import UNANSWERED, RungStatus, SolicitationStatus, move
from mutualaid.matching import Candidate
from mutualaid.models import Rung, Solicitation
from mutualaid.wanted import RANKS
from mutualaid.writes.seeking import Seeking


def go_on(seeking: Seeking) -> None:
    """Ask rung after rung, until enough can still be brought or nobody is left to ask.

    What those who are asked already cannot bring goes on at once, while their time
    runs: RULE-MA-01 has a nearer one who can bring more asked for it first.
    """
    if seeking.request.held_at:
        _plan(seeking)
        return
    _ask_for_more(seeking)
    while seeking.missing and _go_up(seeking):
        pass


def answered(seeking: Seeking) -> None:
    """Go on for what the answer leaves open; who is waited for no more needs no more time."""
    go_on(seeking)
    for rung in seeking.running:
        if not seeking.silent(rung):
            move(rung, RungStatus.ANSWERED)
            rung.save(update_fields=["status"])
            seeking.change(rung)


def reopen(seeking: Seeking) -> None:
    """Seek again what will not come. Who declined or withdrew is not asked a second time."""
    if not (seeking.running or seeking.waiting):
        seeking.round += 1
    go_on(seeking)


def wind_down(seeking: Seeking, why: str) -> None:
    """End everything open about a line that wants no more (RULE-MA-05: at once)."""
    for one in seeking.asked:
        if one.status == SolicitationStatus.OFFERED:
            not_selected(seeking, one, why)
        elif one.status in UNANSWERED or one.status == SolicitationStatus.EXPIRED:
            _withdraw(seeking, one, why)
    for rung in (*seeking.waiting, *seeking.running):
        stop(seeking, rung)


def stop(seeking: Seeking, rung: Rung, note: str = "") -> None:
    """End a rung whose time was running, or had not begun."""
    move(rung, RungStatus.STOPPED)
    rung.note = note or rung.note
    rung.save(update_fields=["status", "note"])
    seeking.change(rung)


def not_selected(seeking: Seeking, one: Solicitation, why: str) -> None:
    """Return an offer that is not needed."""
    move(one, SolicitationStatus.NOT_SELECTED)
    one.ended_because = why
    one.save(update_fields=["status", "ended_because"])
    seeking.tell(OfferNotSelected(**seeking.about(one), reason=why, touches=(one,)))


def _withdraw(seeking: Seeking, one: Solicitation, why: str) -> None:
    """Tell an agency that no answer is needed. Who was too late already stays so."""
    if one.status != SolicitationStatus.EXPIRED:
        move(one, SolicitationStatus.WITHDRAWN_BY_REQUESTER)
    one.ended_because = why
    one.save(update_fields=["status", "ended_because"])
    seeking.tell(AskWithdrawn(**seeking.about(one), reason=why, touches=(one,)))


def _plan(seeking: Seeking) -> None:
    """Keep whom to ask once the hold is lifted: what fell open meanwhile is not given up."""
    if seeking.missing and not seeking.waiting and (left := seeking.candidates()):
        _lengthened(seeking, left)


def _ask_for_more(seeking: Seeking) -> None:
    """Ask those who have not answered for more than at first, where their clause goes that far.

    It must be in force still (RULE-MA-02): what was asked under one that has ended since stays.
    """
    if not (seeking.missing and seeking.unanswered_in_time):
        return
    most = seeking.most()
    for one in seeking.unanswered_in_time:
        most_now = most.get((one.agency_id, one.clause_id), 0)
        more = min(seeking.missing, most_now - one.asked_quantity)
        if more > 0:
            one.asked_quantity += more
            one.save(update_fields=["asked_quantity"])
            raised = AskRaised(**seeking.about(one), quantity=one.asked_quantity, touches=(one,))
            seeking.tell(raised)


def _go_up(seeking: Seeking) -> bool:
    """Ask the next rung that has somebody to ask; whether there was one.

    Clauses are looked at again at this moment: who lost theirs since the plan was
    made is passed over, who gained one comes in.
    """
    left = seeking.candidates()
    for rung in seeking.waiting:
        here = tuple(one for one in left if one.tier <= rung.tier)
        if here:
            _ask(seeking, rung, here)
            return True
        _pass_over(seeking, rung)
    if left:
        _ask(seeking, _lengthened(seeking, left), ladder.steps(left)[0].candidates)
    return bool(left)


def _ask(seeking: Seeking, rung: Rung, those: Collection[Candidate]) -> None:
    rung.note = f"{ladder.difference(rung.plan, those)} {_at_once(seeking)}".strip()[:200]
    move(rung, RungStatus.ASKED)
    rung.asked_at = seeking.asked_at or now()
    rung.remind_at, rung.due_at = ladder.due(those, now())
    rung.save(update_fields=["status", "asked_at", "remind_at", "due_at", "note"])
    seeking.line.tier = rung.tier
    seeking.change(rung)
    asked = RungAsked(
        **seeking.about_line,
        rung=rung.pk,
        tier=rung.tier,
        agencies=tuple(one.agency for one in those),
        due_at=rung.due_at,
        note=rung.note,
        requester=seeking.request.requested_by_id,
    )
    seeking.tell(asked)
    _solicit(seeking, rung, those)


def _at_once(seeking: Seeking) -> str:
    """Why a rung is asked while the time of an earlier one runs, if it does."""
    if not seeking.awaited:
        return ""
    known = {"most": seeking.awaited, "missing": seeking.outstanding}
    sentence = _("At once, as those asked before can send %(most)d of %(missing)d at most.")
    return sentence % known


def _solicit(seeking: Seeking, rung: Rung, those: Collection[Candidate]) -> None:
    quantity, moment = seeking.missing, seeking.asked_at or now()
    again = {one.agency for one in those}
    for one in seeking.asked:
        if one.agency_id in again and one.status == SolicitationStatus.EXPIRED:
            _withdraw(seeking, one, _("Your agency is asked again."))
    new = [_solicitation(rung, one, min(quantity, one.max_quantity), moment) for one in those]
    save_new(new)
    seeking.asked += new
    for one in new:
        seeking.tell(
            AgencyAsked(
                **seeking.about(one),
                clause=one.clause_id,
                quantity=one.asked_quantity,
                due_at=one.due_at,
                touches=(one,),
            )
        )


def _solicitation(
    rung: Rung, candidate: Candidate, quantity: int, asked_at: datetime
) -> Solicitation:
    """RULE-MOU-06: the clause is kept as it reads at this moment."""
    return Solicitation(
        line_id=rung.line_id,
        rung=rung,
        agency_id=candidate.agency,
        clause_id=UUID(candidate.clause["id"]),
        clause=candidate.clause,
        asked_quantity=quantity,
        asked_at=asked_at,
        due_at=ladder.due((candidate,), now())[1],
    )


def _pass_over(seeking: Seeking, rung: Rung) -> None:
    move(rung, RungStatus.SKIPPED)
    rung.note = ladder.difference(rung.plan, ()) or _("Nobody is left to ask here.")
    rung.save(update_fields=["status", "note"])
    seeking.change(rung)
    seeking.tell(RungPassedOver(**seeking.about_line, rung=rung.pk, tier=rung.tier, note=rung.note))


def _lengthened(seeking: Seeking, left: Collection[Candidate]) -> Rung:
    """Add a rung for each tier that is left, and return the first of them."""
    first = max((rung.position for rung in seeking.rungs), default=0) + 1
    new = [
        Rung(
            line=seeking.line,
            position=position,
            round=seeking.round,
            rank=RANKS[Priority(seeking.request.priority)],
            tier=step.tier,
            plan=ladder.plan(step.candidates),
        )
        for position, step in enumerate(ladder.steps(left), start=first)
    ]
    save_new(new)
    seeking.rungs += new
    seeking.change(*new)
    return new[0]
