"""The same of who signs in and who is a member: see `tests.looks`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.utils import timezone

from agencies import reads as agencies
from agencies import writes
from agencies.details import Password
from agencies.models import Identity, Member, SignOn
from agencies.providers import Said, sealed
from agencies.reads import entrance, sign_on
from audit.actors import Actor, machine
from tests.agencies.keys import with_app
from tests.agencies.post import invitation_of_eve
from tests.foreign import Scene
from tests.world import seeding

Look = tuple[Callable[[Scene], object], str]

NOBODY: Final = machine("nobody yet", via="page")


def account_of(it: Scene) -> UUID:
    return Member.objects.get(pk=it.dev.member_id).account_id


def with_codes(it: Scene) -> Actor:
    """Dev, once he has an app and codes that stand in for it."""
    with_app(it.dev)
    writes.make_recovery_codes(it.dev, it.dev.member_id)
    return it.dev


def invited(it: Scene) -> str:
    """By which link somebody may join Bay City EMS."""
    with seeding():
        return invitation_of_eve(it.world.bay_ems).digest


def bays(it: Scene) -> str:
    """The code of Bay City EMS, once it has a sign-on of its own."""
    with seeding():
        SignOn.objects.create(
            agency=it.world.bay_ems,
            issuer="https://login.bce.example",
            client="muster",
            sealed=sealed("secret"),
            domains=["bce.example"],
            since=timezone.now(),
        )
    return it.world.bay_ems.code


def known_there(it: Scene) -> Actor:
    """Dev, once the sign-on of Bay City EMS knows him."""
    bays(it)
    with seeding():
        Identity.objects.create(
            sign_on=SignOn.objects.get(agency=it.world.bay_ems),
            member_id=it.dev.member_id,
            subject="dev",
            since=timezone.now(),
        )
    return it.dev


PEOPLE: Final[dict[str, dict[str, Look]]] = {
    "agencies.reads.devices": {
        "exemptions": (lambda it: agencies.exemptions(it.dev), ""),
        "exemption_here": (lambda it: agencies.exemption_here(it.dev, "0" * 40), ""),
    },
    "agencies.reads.factors": {
        "my_factors": (lambda it: agencies.my_factors(it.dev), ""),
        "my_recovery_codes": (lambda it: agencies.my_recovery_codes(with_codes(it)), ""),
    },
    "agencies.reads.entrance": {
        "accounts_at": (lambda it: entrance.accounts_at(NOBODY, "dev@bce.example"), ""),
        "account_of": (lambda it: entrance.account_of(NOBODY, it.dev.member_id), ""),
        "agencies_of": (lambda it: entrance.agencies_of(NOBODY, [account_of(it)]), ""),
        "knocker": (lambda it: entrance.knocker(NOBODY, account_of(it), ""), ""),
        "wait": (lambda it: entrance.wait(NOBODY, "dev@bce.example"), ""),
        "whose_password": (
            lambda it: entrance.whose_password(NOBODY, [account_of(it)], Password.of("Guessed.")),
            "",
        ),
        "asks_for_more": (lambda it: entrance.asks_for_more(NOBODY, account_of(it)), ""),
        "locked": (lambda it: entrance.locked(it.dev), ""),
        "has_more": (lambda it: entrance.has_more(NOBODY, account_of(it)), ""),
        "wait_to_prove": (lambda it: entrance.wait_to_prove(it.dev), ""),
    },
    "agencies.reads.invitations": {
        "invitations": (lambda it: agencies.invitations(it.dev), ""),
        "invited_by": (lambda it: agencies.invited_by(NOBODY, invited(it)), ""),
    },
    "agencies.reads.letters": {
        "letters": (lambda it: agencies.letters(it.dev), ""),
    },
    "agencies.reads.sign_on": {
        "host_of_mine": (lambda it: sign_on.host_of_mine(known_there(it)), ""),
        "my_provider": (lambda it: sign_on.my_provider(known_there(it)), ""),
        "my_sign_on": (lambda it: agencies.my_sign_on(it.dev), ""),
        "provider_of": (lambda it: sign_on.provider_of(NOBODY, bays(it)), ""),
        "vouched_for": (
            lambda it: sign_on.vouched_for(
                NOBODY, bays(it), Said("dev", "dev@bce.example", frozenset())
            ),
            "",
        ),
        "vouched_for_me": (
            lambda it: sign_on.vouched_for_me(
                known_there(it), Said("dev", "dev@bce.example", frozenset())
            ),
            "",
        ),
    },
}
