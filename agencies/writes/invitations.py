from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from agencies import rules
from agencies.admission import digest_of
from agencies.details import MemberDetails, Password
from agencies.facts import (
    InvitationRenewed,
    InvitationRevoked,
    InvitationTakenUp,
    MemberInvited,
)
from agencies.facts.agency import AgencyFact
from agencies.letters import one_line
from agencies.models import Account, Agency, Invitation, SeatKind
from agencies.models.invitation import STANDING
from agencies.writes.letters import drop, post
from agencies.writes.members import AddressTaken, entered, reachable
from agencies.writes.passwords import checked
from agencies.writes.seats import LONGEST as LONGEST_SEAT
from agencies.writes.seats import BadEnd
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write

GOOD_FOR: Final = timedelta(days=7)
# However often its link is made anew: who wants them still invites them anew, and is on record.
RENEWED_FOR: Final = timedelta(days=30)


class InvitedAlready(Conflict):
    """They are invited already. Send the link anew, or revoke it."""


class InvitationOver(Refusal):
    """This invitation was taken up or revoked."""


class InvitationOld(Refusal):
    """They were invited more than 30 days ago. Revoke it, and invite them anew."""


class SeatsOver(Refusal):
    """Their seats were to end before now. Revoke it, and invite them anew."""


@write(allow=rules.adds_members)
def invite_member(
    actor: Actor,
    agency: Agency,
    *,
    member: MemberDetails,
    link: Password,
    seated_until: datetime | None = None,
) -> MemberInvited:
    """Invite somebody by a link that is good once. It goes to them by e-mail.

    The door makes the link, so that nothing on record leads back to it.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)
    if seated_until and not clock.now() < seated_until <= clock.now() + LONGEST_SEAT:
        raise BadEnd
    _must_be_new(agency, member.email)
    invitation = Invitation(
        agency=agency,
        email=member.email,
        name=member.name,
        title=member.title,
        phone=member.phone,
        seats=sorted(member.seats),
        seated_until=seated_until,
        invited_at=clock.now(),
    )
    _linked(invitation, link)
    invitation.save()
    said = _of(invitation) | {"to": invitation.email, "expires_at": invitation.expires_at}
    return MemberInvited(**said)


@write(allow=rules.empowers_members)
def renew_invitation(actor: Actor, invitation: Invitation, *, link: Password) -> InvitationRenewed:
    """Send a new link. The one before is of no use from now on."""
    _must_stand(invitation)
    if invitation.seated_until and invitation.seated_until <= clock.now():
        raise SeatsOver
    if invitation.invited_at + RENEWED_FOR <= clock.now():
        raise InvitationOld
    _linked(invitation, link)
    invitation.save(update_fields=["digest", "letter", "expires_at"])
    return InvitationRenewed(**_of(invitation), expires_at=invitation.expires_at)


@write(allow=rules.runs_members)
def revoke_invitation(actor: Actor, invitation: Invitation) -> InvitationRevoked:
    """Take an invitation back before it is taken up."""
    _must_stand(invitation)
    invitation.revoked_at = clock.now()
    invitation.save(update_fields=["revoked_at"])
    _drop_letter(invitation)
    return InvitationRevoked(**_of(invitation))


@write(allow=rules.bears_link | rules.operates)
def take_up_invitation(
    actor: Actor, invitation: Invitation, *, link: Password, password: Password | None
) -> tuple[AgencyFact, ...]:
    """Become a member, with a password of one's own, or without one to add a passkey at once."""
    if not _opens(invitation, link):
        raise NotFound
    account = Account(email=invitation.email, agency=invitation.agency)
    account.set_unusable_password()
    if password is not None:
        account.password = checked(password, account, invitation.name)
    details = MemberDetails(
        email=invitation.email,
        name=invitation.name,
        title=invitation.title,
        phone=invitation.phone,
        seats=frozenset(map(SeatKind, invitation.seats)),
    )
    member, told = entered(invitation.agency, account, details, until=invitation.seated_until)
    invitation.accepted_at, invitation.member = clock.now(), member
    invitation.save(update_fields=["accepted_at", "member"])
    _drop_letter(invitation)
    return InvitationTakenUp(**_of(invitation), member=member.pk), *told


def _must_be_new(agency: Agency, email: str) -> None:
    """To this agency. Whom others have is nobody's business (M19)."""
    if Account.objects.filter(agency=agency, email__iexact=email, is_active=True).exists():
        raise AddressTaken
    if Invitation.objects.filter(STANDING, agency=agency, email__iexact=email).exists():
        raise InvitedAlready


def _opens(invitation: Invitation, link: Password) -> bool:
    over = invitation.accepted_at or invitation.revoked_at or invitation.expires_at <= clock.now()
    return not over and invitation.digest == digest_of(link.reveal())


def _linked(invitation: Invitation, link: Password) -> None:
    """Let this link open the invitation, and no other, and have it sent."""
    reachable(invitation.email)
    _drop_letter(invitation)
    invitation.digest = digest_of(link.reveal())
    good_until = clock.now() + GOOD_FOR
    last = invitation.invited_at + RENEWED_FOR
    invitation.expires_at = min(good_until, invitation.seated_until or good_until, last)
    invitation.letter = post(
        invitation.agency_id,
        [invitation.email],
        _("You are invited to act for %s") % invitation.agency.name,
        _("%(name)s,\n\nyou are to act for %(agency)s in Muster. Begin here, within a week:\n")
        % {"name": one_line(invitation.name), "agency": one_line(invitation.agency.name)}
        + "{link}\n\n"
        + _("The link is good once. If you did not expect it, do nothing."),
        link=f"/join/{link.reveal()}/",
    )[0]


def _drop_letter(invitation: Invitation) -> None:
    if invitation.letter_id:
        drop(invitation.letter_id)


def _must_stand(invitation: Invitation) -> None:
    if invitation.accepted_at or invitation.revoked_at:
        raise InvitationOver


def _of(invitation: Invitation) -> dict[str, Any]:
    return {
        "agency": invitation.agency_id,
        "invitation": invitation.pk,
        "name": invitation.name,
        "touches": (invitation,),
    }
