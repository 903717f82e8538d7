from __future__ import annotations

import re
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from agencies import rules
from agencies.details import Password, SignOnDetails
from agencies.facts import IdentityLinked, SignOnEnded, SignOnSet
from agencies.models import Agency, Identity, Member, SignOn
from agencies.providers import origin_of, sealed
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write

DOMAIN: Final = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
WORD: Final = re.compile(r"\S{1,100}")
MOST: Final = 20
LONGEST_SECRET: Final = 1000


class NotListed(Refusal):
    """Whoever runs this installation has not listed that provider."""


class BadDomain(Refusal):
    """A domain looks like county.example; give one to twenty."""


class BadWord(Refusal):
    """A word of amr or acr has a hundred letters at most, and no spaces; name twenty at most."""


class SecretTooLong(Refusal):
    """A client's secret has a thousand bytes at most."""


class LinkedElsewhere(Conflict):
    """Your agency's provider knows you under another account. Ask your admin."""


@write(allow=rules.adds_members)
def set_sign_on(
    actor: Actor, agency: Agency, *, details: SignOnDetails, secret: Password
) -> SignOnSet:
    """Let an agency's people sign in by its own provider. What was set before ends."""
    if origin_of(details.issuer) not in settings.SIGN_ON_ORIGINS:
        raise NotListed
    domains = _domains(details)
    if len(details.strong) > MOST or not all(map(WORD.fullmatch, details.strong)):
        raise BadWord
    if len(secret.reveal().encode()) > LONGEST_SECRET:
        raise SecretTooLong
    _end(agency)
    set_now = SignOn.objects.create(
        agency=agency,
        issuer=details.issuer,
        client=details.client,
        sealed=sealed(secret.reveal()),
        domains=domains,
        strong=sorted(details.strong),
        since=clock.now(),
    )
    return SignOnSet(
        agency=agency.pk,
        issuer=set_now.issuer,
        domains=tuple(domains),
        strong=tuple(set_now.strong),
        touches=(set_now,),
    )


@write(allow=rules.adds_members)
def end_sign_on(actor: Actor, agency: Agency) -> SignOnEnded:
    """Let nobody in by the provider any more. Whoever has a password or a passkey goes on."""
    ended = _end(agency)
    if ended is None:
        raise NotFound(_("No provider is set."))
    return SignOnEnded(agency=agency.pk, issuer=ended.issuer, touches=(ended,))


def linked(member: Member, subject: str) -> IdentityLinked:
    """A step of signing in: remember as whom the provider knows a member, shown by their address.

    Once somebody is linked, another account there that is given the same address is not them.
    """
    sign_on = SignOn.objects.filter(agency=member.agency_id, ended_at__isnull=True).first()
    if sign_on is None:
        raise NotFound
    if Identity.objects.filter(sign_on=sign_on, member=member).exists():
        raise LinkedElsewhere
    identity = Identity.objects.create(
        sign_on=sign_on, member=member, subject=subject, since=clock.now()
    )
    return IdentityLinked(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        issuer=sign_on.issuer,
        touches=(identity,),
    )


def _domains(details: SignOnDetails) -> list[str]:
    domains = sorted({one.strip().lower() for one in details.domains})
    if not 0 < len(domains) <= MOST or not all(map(DOMAIN.fullmatch, domains)):
        raise BadDomain
    return domains


def _end(agency: Agency) -> SignOn | None:
    Agency.objects.select_for_update().get(pk=agency.pk)
    standing = SignOn.objects.filter(agency=agency, ended_at__isnull=True).first()
    if standing:
        standing.ended_at = clock.now()
        standing.save(update_fields=["ended_at"])
    return standing
