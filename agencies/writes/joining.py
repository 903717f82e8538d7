"""A late party joins a text that others have signed (RULE-MOU-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from agencies import rules
from agencies.facts import InvitedToJoin, JoinderSigned, JoinInvitationEnded
from agencies.joinders import joinder_of
from agencies.lifecycle import AgreementStatus
from agencies.models import Agency, Agreement, Bound, Instrument, Member, Party, Signature
from agencies.writes.parties import NoSuchAgency
from agencies.writes.planning import plan
from agencies.writes.sealing import TextChanged, locked, told_to_all
from audit import clock, walls
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

NO_MORE = "who declines to join may not see its own row any more"
UNDER_WAY = "nobody joins while a document that they may not see yet is being signed"


class NotJoinable(Conflict):
    """Its text does not let others join, or it binds nobody now or later."""


class JoinedByLaw(Refusal):
    """A compact is joined by legislation: name the act by which this party joins."""


class JoinsTooLate(Refusal):
    """Give a day to come, or none: then it counts from the signature."""


class NotInvited(Conflict):
    """Your agency was not asked to join, or has joined."""


class PartyBefore(Conflict):
    """It is a party already, or has given notice and is bound until it leaves."""


class LeaderGone(Conflict):
    """Whose agreement it is has left it: nobody asks others to join any more."""


class RenewalUnderWay(Conflict):
    """What follows it is being signed: join once that is settled."""


class AmendmentUnderWay(Conflict):
    """An amendment of it is being signed: join once that is settled."""


@write(allow=rules.drafts)
def invite_to_join(
    actor: Actor,
    agreement: Agreement,
    *,
    agency: UUID,
    signatory_title: str,
    authority: str = "",
    counts_from: datetime | None = None,
) -> InvitedToJoin:
    """Ask an agency to join a text that lets others join, from a day or from its signature.

    It sees the text from now on, and is bound by nothing before it has signed. One that has
    left may be asked again: then it is there twice, and its first stay stays on record.
    """
    _joinable(agreement, authority)
    if counts_from is not None and counts_from <= clock.now():
        raise JoinsTooLate
    if not Agency.objects.filter(pk=agency).exists():
        raise NoSuchAgency
    if _stays(agreement, agency).exists():
        raise PartyBefore
    party = Party.objects.create(
        agreement=agreement,
        agency_id=agency,
        signatory_title=signatory_title,
        authority=authority,
        joins=True,
        joins_at=counts_from,
    )
    return InvitedToJoin(
        **_told(agreement, party), counts_from=counts_from, touches=(agreement, party)
    )


@write(allow=rules.signs_for_party, under="agreement")
def sign_joinder(actor: Actor, party: Party, *, joinder_hash: str) -> JoinderSigned:
    """Sign, for one's own agency, to be bound by what the others have signed, as amended since."""
    agreement = locked(party.agreement_id)
    _invited(agreement, party)
    if not _stays(agreement, agreement.led_by_id).exists():
        raise LeaderGone  # what it asked for does not outlive its being there
    _require_settled(agreement)
    if joinder_of(party).hash != joinder_hash:
        raise TextChanged
    signer = Member.objects.get(account__member=actor.member_id)
    signature = Signature.objects.create(
        party=party,
        text_hash=agreement.text_hash,
        joinder_hash=joinder_hash,
        signed_by=signer.pk,
        signer=signer.name,
        signer_title=signer.title or party.signatory_title,
        signed_at=clock.now(),
    )
    plan(agreement)
    return JoinderSigned(
        **_told(agreement, party),
        signature=signature.pk,
        joinder_hash=joinder_hash,
        touches=(agreement, party, signature),
    )


@write(allow=rules.uninvites, under="agreement")
def uninvite(actor: Actor, party: Party) -> JoinInvitationEnded:
    """Ask no more, or decline: it is not a party, and sees the text no more."""
    agreement = locked(party.agreement_id)
    _invited(agreement, party)
    told = _told(agreement, party)
    party.removed_at = clock.now()
    with walls.beyond(NO_MORE):
        party.save(update_fields=["removed_at"])
    return JoinInvitationEnded(**told, touches=(agreement, party))


def _joinable(agreement: Agreement, authority: str) -> None:
    if agreement.amends_id is not None or not (agreement.joinable and _stands(agreement)):
        raise NotJoinable
    if not _stays(agreement, agreement.led_by_id).exists():
        raise LeaderGone
    if agreement.instrument == Instrument.COMPACT and not authority.strip():
        raise JoinedByLaw


def _stays(agreement: Agreement, agency: UUID) -> QuerySet[Party]:
    """Where it is a party still, or is asked to be one."""
    return Party.objects.filter(
        Q(leaves_at__isnull=True) | Q(leaves_at__gt=clock.now()),
        agreement=agreement,
        agency=agency,
        removed_at__isnull=True,
    )


def _require_settled(agreement: Agreement) -> None:
    """Nobody joins a text that others are changing, or replacing without whoever joins."""
    with walls.beyond(UNDER_WAY):
        if agreement.amendments.filter(status=AgreementStatus.SIGNING).exists():
            raise AmendmentUnderWay
        if agreement.renewals.filter(status=AgreementStatus.SIGNING).exists():
            raise RenewalUnderWay


def _invited(agreement: Agreement, party: Party) -> None:
    signed = Signature.objects.filter(party=party, text_hash=agreement.text_hash)
    if not party.joins or party.removed_at is not None or signed.exists():
        raise NotInvited
    if not _stands(agreement):
        raise NotJoinable


def _stands(agreement: Agreement) -> bool:
    """In force, or signed by all and yet to begin: so nobody falls between a term and the next."""
    begins = agreement.status == AgreementStatus.EXECUTED and agreement.effective_at > clock.now()
    in_force = Bound.objects.filter(agreement=agreement).exists()
    return in_force or (begins and agreement.terminated_at is None)


def _told(agreement: Agreement, party: Party) -> dict[str, Any]:
    return {**told_to_all(agreement), "agency": party.agency_id, "party": party.pk}
