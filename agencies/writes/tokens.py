from __future__ import annotations

from datetime import datetime, timedelta

from agencies import rules
from agencies.facts import TokenIssued, TokenRevoked
from agencies.models import ApiToken, Member
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write

LONGEST = timedelta(days=90)


class BadTerm(Refusal):
    """A token is good for ninety days at most, and for some time at least."""


class AlreadyRevoked(Refusal):
    """This token was revoked before."""


@write(allow=rules.issues_tokens)
def issue_token(
    actor: Actor, member: Member, *, name: str, digest: str, expires_at: datetime
) -> TokenIssued:
    """Let another system act in one's own name. Only what recognizes the token is kept.

    The door makes the secret and passes its digest, so that nothing on record,
    not even the fingerprint of the idempotency key, leads back to it.
    """
    if not clock.now() < expires_at <= clock.now() + LONGEST:
        raise BadTerm
    token = ApiToken.objects.create(
        member=member, name=name, digest=digest, issued_at=clock.now(), expires_at=expires_at
    )
    return TokenIssued(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        token=token.pk,
        token_name=token.name,
        expires_at=expires_at,
        touches=(token,),
    )


@write(allow=rules.holds_token | rules.runs_seats)
def revoke_token(actor: Actor, token: ApiToken) -> TokenRevoked:
    """End a token now: one's own, or a colleague's as their admin."""
    if token.revoked_at is not None:
        raise AlreadyRevoked
    return _revoked(token)


def every_token_revoked(member: Member) -> tuple[TokenRevoked, ...]:
    """End whatever acts in a member's name."""
    standing = ApiToken.objects.select_for_update().filter(member=member, revoked_at__isnull=True)
    return tuple(_revoked(token) for token in standing.order_by("issued_at"))


def _revoked(token: ApiToken) -> TokenRevoked:
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
    member = token.member
    return TokenRevoked(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        token=token.pk,
        token_name=token.name,
        touches=(token,),
    )
