"""What an agency asks of those who sign in for it."""

from __future__ import annotations

from agencies import rules
from agencies.facts import PasswordReleased, SecondFactorRequired, SecondFactorWaived
from agencies.models import Account, Agency, Member
from agencies.writes.changes import NothingChanged
from audit import clock
from audit.actors import Actor
from audit.writes import write


@write(allow=rules.adds_members)
def require_second_factor(actor: Actor, agency: Agency) -> SecondFactorRequired:
    """Ask more than a password of everybody who signs in from now on.

    Sessions that are open stay open: whoever is in command keeps the board (P25).
    """
    if agency.second_factor_required:
        raise NothingChanged
    agency.second_factor_required = True
    agency.save(update_fields=["second_factor_required"])
    return SecondFactorRequired(agency=agency.pk, touches=(agency,))


@write(allow=rules.adds_members)
def waive_second_factor(actor: Actor, agency: Agency) -> SecondFactorWaived:
    """Let a password be enough again."""
    if not agency.second_factor_required:
        raise NothingChanged
    agency.second_factor_required = False
    agency.save(update_fields=["second_factor_required"])
    return SecondFactorWaived(agency=agency.pk, touches=(agency,))


@write(allow=rules.empowers_members)
def release_password(actor: Actor, member: Member) -> PasswordReleased:
    """Let a member's password be tried again from any device, before the lock ends by itself."""
    account = Account.objects.select_for_update().get(pk=member.account_id)
    account.released_at = clock.now()
    account.save(update_fields=["released_at"])
    return PasswordReleased(
        agency=member.agency_id, member=member.pk, name=member.name, touches=(member,)
    )
