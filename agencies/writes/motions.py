"""What only all parties together may do: suspend for all, resume for all, terminate."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from agencies import rules
from agencies.amended import standing_clauses
from agencies.breaches import may_have_broken
from agencies.facts import (
    AgreementFact,
    MotionCarried,
    MotionConsented,
    MotionDropped,
    MotionMade,
    TerminatedForCause,
)
from agencies.models import (
    Agreement,
    Bound,
    Clause,
    Consent,
    Member,
    Motion,
    MotionKind,
    Party,
    Suspension,
)
from agencies.progress import remaining_parties
from agencies.writes.planning import plan
from agencies.writes.sealing import locked, party_of, told_to_all
from agencies.writes.suspending import DoesNotBind, TooShort, lift, running
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class NotSuspendedForAll(Conflict):
    """It is not suspended for all."""


class NoCause(Refusal):
    """Name a clause of this agreement by which the other party owes something, and has broken."""


class NotInIt(Conflict):
    """Your agency has not signed it, or has left."""


class ForTwoOnly(Refusal):
    """Where more than two are bound, one of them leaves, and does not end it for the others."""


class SettledBefore(Conflict):
    """It was carried or dropped before."""


@write(allow=rules.may_sign)
def move_for_all(
    actor: Actor,
    agreement: Agreement,
    *,
    kind: MotionKind,
    reason: str,
    authority: str = "",
    takes_effect_at: datetime | None = None,
    until: datetime | None = None,
) -> tuple[AgreementFact, ...]:
    """Ask all parties to suspend, resume or terminate it. Whoever asks consents by asking."""
    party = _in_it(actor, agreement)
    _possible(agreement, kind)
    times = [moment for moment in (takes_effect_at, until) if moment is not None]
    if any(moment <= clock.now() for moment in times):
        raise TooShort
    row = Motion.objects.create(
        agreement=agreement,
        kind=kind,
        reason=reason,
        authority=authority,
        takes_effect_at=takes_effect_at,
        until=until,
        moved_by=party,
        moved_at=clock.now(),
    )
    made = MotionMade(
        **_told(agreement, row), agency=party.agency_id, reason=reason, touches=(agreement, row)
    )
    return made, *_consented(actor, agreement, row, party)


@write(allow=rules.consents, under="agreement")
def consent_to_motion(actor: Actor, motion: Motion) -> tuple[AgreementFact, ...]:
    """Consent for one's own agency. With the last consent it is done."""
    agreement = locked(motion.agreement_id)
    _unsettled(motion)
    return tuple(_consented(actor, agreement, motion, _in_it(actor, agreement)))


@write(allow=rules.drops_motions, under="agreement")
def drop_motion(actor: Actor, motion: Motion) -> MotionDropped:
    """Ask for it no more."""
    agreement = locked(motion.agreement_id)
    _unsettled(motion)
    motion.dropped_at = clock.now()
    motion.save(update_fields=["dropped_at"])
    return MotionDropped(
        **_told(agreement, motion),
        agency=motion.moved_by.agency_id,
        touches=(agreement, motion),
    )


@write(allow=rules.may_sign)
def terminate_for_cause(
    actor: Actor,
    agreement: Agreement,
    *,
    clause: UUID,
    reason: str,
    ends_at: datetime | None = None,
) -> TerminatedForCause:
    """End an agreement between two because the other has broken a clause of it, and say how."""
    party = _in_it(actor, agreement)
    _possible(agreement, MotionKind.TERMINATE)
    cause = _broken(agreement, party, clause)
    if ends_at is not None and ends_at <= clock.now():
        raise TooShort
    _end(agreement, ends_at)
    return TerminatedForCause(
        **told_to_all(agreement),
        agency=party.agency_id,
        party=party.pk,
        clause=cause.pk,
        number=cause.number,
        reason=reason,
        ends_at=agreement.terminated_at or clock.now(),
        touches=(agreement,),
    )


def _broken(agreement: Agreement, party: Party, pk: UUID) -> Clause:
    """The clause that is the cause, as it binds now: one by which the other owes something."""
    others = [one for one in remaining_parties(agreement, clock.now()) if one.pk != party.pk]
    if len(others) > 1:
        raise ForTwoOnly
    standing = standing_clauses(agreement, clock.now()).select_related("giver", "receiver")
    cause = standing.filter(pk=pk).first()
    if cause is None or not others:
        raise NoCause
    giver = cause.giver.agency_id if cause.giver else None
    receiver = cause.receiver.agency_id if cause.receiver else None
    other, ours = others[0].agency_id, party.agency_id
    if not may_have_broken(other, cause.kind, giver=giver, receiver=receiver, ours=ours):
        raise NoCause
    return cause


def _in_it(actor: Actor, agreement: Agreement) -> Party:
    """The actor's party, if it has signed and has not left: others have no say in it."""
    party = party_of(actor, agreement)
    if party not in remaining_parties(agreement, clock.now()):
        raise NotInIt
    return party


def _possible(agreement: Agreement, kind: MotionKind) -> None:
    """Whether there is anything to suspend, resume or end."""
    if kind == MotionKind.RESUME:
        if not running(agreement).filter(party=None).exists():
            raise NotSuspendedForAll
        return
    suspended = running(agreement).exists()
    ended = agreement.terminated_at is not None
    bound = Bound.objects.filter(agreement=agreement).exists()
    if ended or not (bound or (suspended and kind == MotionKind.TERMINATE)):
        raise DoesNotBind


def _consented(
    actor: Actor, agreement: Agreement, motion: Motion, party: Party
) -> list[AgreementFact]:
    signer = Member.objects.get(account__member=actor.member_id)
    consent = Consent.objects.create(
        motion=motion,
        party=party,
        signer=signer.name,
        signer_title=signer.title or party.signatory_title,
        given_at=clock.now(),
    )
    told: list[AgreementFact] = [
        MotionConsented(
            **_told(agreement, motion),
            agency=party.agency_id,
            party=party.pk,
            touches=(agreement, consent),
        )
    ]
    given = set(Consent.objects.filter(motion=motion).values_list("party", flat=True))
    if given >= {one.pk for one in remaining_parties(agreement, clock.now())}:
        told.append(_carried(actor, agreement, motion))
    return told


def _carried(actor: Actor, agreement: Agreement, motion: Motion) -> MotionCarried:
    now = clock.now()
    motion.carried_at = now
    motion.save(update_fields=["carried_at"])
    begins = max(now, motion.takes_effect_at or now)
    match MotionKind(motion.kind):
        case MotionKind.TERMINATE:
            _end(agreement, begins)
        case MotionKind.RESUME:
            for row in running(agreement).filter(party=None):
                lift(row, actor)
        case MotionKind.SUSPEND:
            Suspension.objects.create(
                agreement=agreement,
                party=None,
                reason=motion.reason,
                authority=motion.authority,
                by=actor.name,
                since=begins,
                until=motion.until,
            )
    plan(agreement)
    return MotionCarried(
        **_told(agreement, motion), takes_effect_at=begins, touches=(agreement, motion)
    )


def _end(agreement: Agreement, ends_at: datetime | None) -> None:
    agreement.terminated_at = ends_at or clock.now()
    agreement.save(update_fields=["terminated_at"])
    plan(agreement)


def _unsettled(motion: Motion) -> None:
    if motion.carried_at is not None or motion.dropped_at is not None:
        raise SettledBefore


def _told(agreement: Agreement, motion: Motion) -> dict[str, Any]:
    return {**told_to_all(agreement), "motion": motion.pk, "motion_kind": motion.kind}
