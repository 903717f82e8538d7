from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import Any

from agencies import rules
from agencies.details import EVERYTHING, TokenBounds
from agencies.facts import TokenIssued, TokenRevoked, TokenRotated
from agencies.models import ApiToken, BoundTo, Member, Scope
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write

LONGEST = timedelta(days=90)
OVERLAP = timedelta(days=1)
MOST_NETWORKS = 10


class BadTerm(Refusal):
    """A token is good for ninety days at most, and for some time at least."""


class AlreadyRevoked(Refusal):
    """This token was revoked before."""


class BadNetwork(Refusal):
    """A network looks like 192.0.2.0/24 or 2001:db8::/32; ten at most."""


class AnAgencyIsReal(Refusal):
    """A token for exercises changes nothing of the agency itself, which is real."""


class GoodForNothing(Refusal):
    """Say what the token may be used for."""


@write(allow=rules.issues_tokens)
def issue_token(
    actor: Actor,
    member: Member,
    *,
    name: str,
    digest: str,
    expires_at: datetime,
    bounds: TokenBounds = EVERYTHING,
) -> TokenIssued:
    """Let another system act in one's own name. Only what recognizes the token is kept.

    The door makes the secret and passes its digest, so that nothing on record,
    not even the fingerprint of the idempotency key, leads back to it.
    """
    if not clock.now() < expires_at <= clock.now() + LONGEST:
        raise BadTerm
    _refuse_unfit(bounds)
    token = ApiToken.objects.create(
        member=member,
        name=name,
        digest=digest,
        issued_at=clock.now(),
        expires_at=expires_at,
        bound=bounds.bound,
        scopes=sorted(bounds.scopes),
        networks=_networks(bounds),
    )
    return TokenIssued(
        **_of(token),
        expires_at=expires_at,
        bound=token.bound,
        scopes=tuple(token.scopes),
        networks=tuple(token.networks),
    )


@write(allow=rules.holds_token & rules.in_person & rules.proved_again)
def rotate_token(actor: Actor, token: ApiToken, *, digest: str) -> TokenRotated:
    """Give a token a new secret, good as long as it was. The old one goes on for a day.

    So the other system is given the new one without a break. To end the old one at once,
    revoke the token and make another.
    """
    if token.revoked_at is not None or token.expires_at <= clock.now():
        raise AlreadyRevoked
    token.old_digest, token.old_until = token.digest, clock.now() + OVERLAP
    token.digest = digest
    token.save(update_fields=["old_digest", "old_until", "digest"])
    return TokenRotated(**_of(token), old_until=token.old_until)


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


def _refuse_unfit(bounds: TokenBounds) -> None:
    if not bounds.scopes:
        raise GoodForNothing
    if bounds.bound == BoundTo.EXERCISE and Scope.AGENCY in bounds.scopes:
        raise AnAgencyIsReal


def _revoked(token: ApiToken) -> TokenRevoked:
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
    return TokenRevoked(**_of(token))


def _of(token: ApiToken) -> dict[str, Any]:
    member = token.member
    return {
        "agency": member.agency_id,
        "member": member.pk,
        "name": member.name,
        "token": token.pk,
        "token_name": token.name,
        "touches": (token,),
    }


def _networks(bounds: TokenBounds) -> list[str]:
    # A zone ("%eth0") is a name that only one machine knows, and no network to the database.
    if len(bounds.networks) > MOST_NETWORKS or any("%" in one for one in bounds.networks):
        raise BadNetwork
    try:
        return sorted({str(ip_network(one.strip(), strict=False)) for one in bounds.networks})
    except ValueError as wrong:
        raise BadNetwork from wrong
