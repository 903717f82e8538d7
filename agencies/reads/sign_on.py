"""By which provider an agency's people sign in, and whom it vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import QuerySet

from agencies import rules
from agencies.letters import address
from agencies.models import Account, Agency, Identity, SignOn
from agencies.providers import Provider, Said
from agencies.reads.entrance import KNOCKED
from audit import walls
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotAllowed, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOnEntry:
    """What an agency has set. The secret is never shown."""

    issuer: str
    client: str
    domains: tuple[str, ...]
    strong: tuple[str, ...]
    since: datetime
    address: str  # where the agency's people begin


@dataclass(frozen=True, slots=True)
class Found:
    """Which account a provider has shown; ``new`` where it is to be linked first."""

    account: UUID
    new: bool
    strong: bool


@read
def my_sign_on(actor: Actor) -> SignOnEntry | None:
    """What one's own agency has set, for those who run it."""
    runs = rules.administers.scope(rules.own_agency.scope(Agency.objects.all(), actor), actor)
    agency = runs.first()
    if agency is None:
        raise NotAllowed.unless(rules.administers.because)
    row = SignOn.objects.filter(agency=agency, ended_at__isnull=True).first()
    if row is None:
        return None
    return SignOnEntry(
        issuer=row.issuer,
        client=row.client,
        domains=tuple(row.domains),
        strong=tuple(row.strong),
        since=row.since,
        address=address(f"/sign-in/agency/{agency.code}/"),
    )


@read
def provider_of(actor: Actor, code: str) -> Provider:
    """The provider of the agency with this code. No agency and one without answer alike."""
    row = _standing(code)
    if row is None:
        raise NotFound
    return Provider(row.issuer, row.client, row.sealed)


@read
def vouched_for(actor: Actor, code: str, said: Said) -> Found:
    """The account of this agency that a provider means: one linked before, else by address.

    An address counts where the provider has verified it and the agency says that its domain is
    theirs; and only for an account of this agency that was not linked to anybody yet. It must
    be spelled in ASCII: the database takes a dotless ı for an i where it compares as people do.
    """
    row = _standing(code)
    if row is None:
        raise NotFound
    strong = bool(said.how & set(row.strong))
    with walls.beyond(KNOCKED):
        linked = Identity.objects.filter(sign_on=row, subject=said.subject).first()
        if linked:
            return Found(linked.member.account_id, False, strong)
        domain = said.email.rpartition("@")[2].lower()
        if not said.email.isascii() or domain not in row.domains:
            raise NotFound
        accounts = Account.objects.filter(agency=row.agency_id, email__iexact=said.email)
        account = accounts.filter(is_active=True, member__isnull=False).first()
        if account is None:
            raise NotFound
        return Found(account.pk, True, strong)


@read
def my_provider(actor: Actor) -> Provider | None:
    """The provider that knows oneself, of one's own agency; none where it does not yet."""
    row = _linked_to(actor).select_related("sign_on").first()
    return Provider(row.sign_on.issuer, row.sign_on.client, row.sign_on.sealed) if row else None


@read
def host_of_mine(actor: Actor) -> str:
    """The host of that provider, to be named where one is sent to it; empty for none."""
    row = _linked_to(actor).values_list("sign_on__issuer", flat=True).first()
    return urlsplit(row or "").netloc


@read
def vouched_for_me(actor: Actor, said: Said) -> bool:
    """Whether a provider that speaks of oneself, and of nobody else, counts as two factors."""
    row = _linked_to(actor).filter(subject=said.subject).select_related("sign_on").first()
    if row is None:
        raise NotFound
    return bool(said.how & set(row.sign_on.strong))


def _linked_to(actor: Actor) -> QuerySet[Identity]:
    return Identity.objects.filter(
        member=actor.member_id, sign_on__agency=actor.agency_id, sign_on__ended_at__isnull=True
    )


def _standing(code: str) -> SignOn | None:
    with walls.beyond(KNOCKED):
        found = SignOn.objects.filter(agency__code=code, ended_at__isnull=True)
        return found.select_related("agency").first()
