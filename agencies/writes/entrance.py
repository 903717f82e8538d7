from __future__ import annotations

from datetime import datetime

from agencies import rules
from agencies.details import Password
from agencies.facts import IdentityLinked, ProvedAgain, SignedIn
from agencies.means import Means
from agencies.models import Account, Member
from agencies.writes.factors import WrongCode, use_app, use_passkey, use_recovery_code
from agencies.writes.sign_on import linked
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write


class NotAgreed(Refusal):
    """Agree to the notice before you sign in."""


@write(allow=rules.oneself)
def sign_in(
    actor: Actor,
    member: Member,
    *,
    means: Means = Means.PASSWORD,
    code: Password | None = None,
    passkey: int | None = None,
    passkey_asked_at: datetime | None = None,
    notice: str = "",
    agreed_at: datetime | None,
    subject: str = "",
) -> tuple[SignedIn | IdentityLinked, ...]:
    """Use up what a member has shown of who they are, and record by what they begin (AU-2).

    Nobody begins who has not agreed to what stands before the door (AC-8). As which ``subject``
    their agency's provider knows them, if it showed them by their address alone, is remembered
    with whatever else they had to show, and not before.
    """
    if agreed_at is None:
        raise NotAgreed
    _used(member.account, means, code, passkey, passkey_asked_at)
    member.seen_at = clock.now()
    member.save(update_fields=["seen_at"])
    begun = SignedIn(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        means=means,
        notice=notice,
        agreed_at=agreed_at,
    )
    return (linked(member, subject), begun) if subject else (begun,)


@write(allow=rules.proves_it)
def prove_again(
    actor: Actor,
    member: Member,
    *,
    means: Means,
    code: Password | None = None,
    passkey: int | None = None,
    locked_since: datetime | None = None,
) -> ProvedAgain:
    """Record that a member has shown once more, in an open session, who they are (IA-11).

    That unlocks a device as well, where it was locked (AC-11).
    """
    _used(member.account, means, code, passkey)
    return ProvedAgain(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        means=means,
        locked_since=locked_since,
    )


def _used(
    account: Account,
    means: Means,
    code: Password | None,
    passkey: int | None,
    asked_at: datetime | None = None,
) -> None:
    """What is good once is used up in the transaction that tells of it."""
    said = code.reveal() if code else ""
    if means == Means.APP and not use_app(account, said):
        raise WrongCode
    if means == Means.RECOVERY and not use_recovery_code(account, said):
        raise WrongCode
    if means == Means.PASSKEY:
        use_passkey(account, passkey or 0, asked_at)
