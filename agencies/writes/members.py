from __future__ import annotations

from datetime import datetime
from typing import Any

from agencies import rules
from agencies.details import MemberDetails, Password
from agencies.facts import (
    MemberAdded,
    MemberRestored,
    MemberSuspended,
    PasswordSet,
    SeatGiven,
)
from agencies.facts.agency import AgencyFact
from agencies.letters import takes_letters
from agencies.models import Account, Agency, Member, Seat
from agencies.writes.passwords import checked
from agencies.writes.seats import keep_an_admin
from agencies.writes.tokens import every_token_revoked
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class AddressTaken(Conflict):
    """Somebody of your agency signs in with this e-mail address already."""


class NoLettersThere(Refusal):
    """Give an e-mail address that letters reach, such as name@agency.example."""


class AlreadySuspended(Refusal):
    """They are suspended already."""


class NotSuspended(Refusal):
    """They are not suspended."""


class NotYourself(Refusal):
    """Ask another admin of your agency to do this to you."""


class WrongPassword(Refusal):
    """That is not your present password."""


@write(allow=rules.adds_members)
def add_member(
    actor: Actor, agency: Agency, *, member: MemberDetails, password: Password
) -> tuple[AgencyFact, ...]:
    """Let somebody act for an agency, with an account to sign in and their first seats."""
    account = Account(email=member.email, agency=agency)
    account.password = checked(password, account, member.name)
    _added, told = entered(agency, account, member)
    return told


def entered(
    agency: Agency, account: Account, member: MemberDetails, *, until: datetime | None = None
) -> tuple[Member, tuple[AgencyFact, ...]]:
    """Somebody new, with their account and first seats. A step of a write."""
    reachable(account.email)
    if Account.objects.filter(agency=agency, email__iexact=member.email, is_active=True).exists():
        raise AddressTaken
    account.save()
    added = Member.objects.create(
        agency=agency,
        account=account,
        name=member.name,
        title=member.title,
        phone=member.phone,
    )
    seats = [
        Seat.objects.create(member=added, kind=kind, since=clock.now(), until=until)
        for kind in sorted(member.seats)
    ]
    told: dict[str, Any] = {"agency": agency.pk, "member": added.pk, "name": added.name}
    return added, (
        MemberAdded(**told, touches=(added,)),
        *(
            SeatGiven(**told, seat=seat.pk, seat_kind=seat.kind, until=until, touches=(seat,))
            for seat in seats
        ),
    )


def reachable(address: str) -> None:
    if not takes_letters(address):
        raise NoLettersThere


@write(allow=rules.runs_members)
def suspend_member(actor: Actor, member: Member, *, reason: str) -> tuple[AgencyFact, ...]:
    """Take all rights from a member at once, in every session, token and socket (P12).

    Sessions and tokens end for good: who is restored signs in again and makes new ones.
    """
    if member.pk == actor.member_id:
        raise NotYourself
    if member.suspended_at is not None:
        raise AlreadySuspended
    barred(member)
    suspended = MemberSuspended(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        reason=reason,
        touches=(member,),
    )
    return suspended, *every_token_revoked(member)


def barred(member: Member) -> None:
    """From now on a member acts no more, in no session. A step of a write."""
    keep_an_admin(member.agency_id, without=member.pk)
    member.suspended_at = member.suspended_at or clock.now()
    member.save(update_fields=["suspended_at"])
    member.account.end_sessions()
    member.account.save(update_fields=["sessions"])


@write(allow=rules.empowers_members)
def restore_member(actor: Actor, member: Member) -> MemberRestored:
    """Let a suspended member act again, in the seats that they still hold."""
    if member.suspended_at is None or member.removed_at is not None:
        raise NotSuspended
    member.suspended_at, member.seen_at = None, clock.now()
    member.save(update_fields=["suspended_at", "seen_at"])
    return MemberRestored(
        agency=member.agency_id, member=member.pk, name=member.name, touches=(member,)
    )


@write(allow=rules.sets_passwords)
def set_password(
    actor: Actor, member: Member, *, password: Password, present: Password | None = None
) -> tuple[AgencyFact, ...]:
    """Set a password anew: one's own by naming the present one, a colleague's as their admin.

    Whoever knew the old one may have made tokens, so that these end with it.
    """
    account = member.account
    if actor.member_id == member.pk and not (present and account.check_password(present.reveal())):
        raise WrongPassword
    account.password = checked(password, account, member.name)
    account.end_sessions()
    account.save(update_fields=["password", "sessions"])
    told = PasswordSet(
        agency=member.agency_id, member=member.pk, name=member.name, touches=(member,)
    )
    return told, *every_token_revoked(member)
