"""A token is a key that can be lost. What would outlive it, it may not do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import admission, knocks, writes
from agencies.details import MemberDetails, Password
from agencies.models import ApiToken, SeatKind
from audit import streams
from audit.actors import Actor
from audit.refusals import NotAllowed
from tests.agencies.acts import hash_of, sent, told_in
from tests.agencies.browsers import at_entrance
from tests.world import PASSWORD, World

SECRET = "muster_left_on_a_train"
NEW = Password.of("a much better passphrase")
EVE = MemberDetails(name="Eve Stone", email="eve@hcf.example", seats=frozenset({SeatKind.ADMIN}))


def pk_of(person: Actor) -> UUID:
    assert person.member_id is not None
    return person.member_id


def tokens_of(person: Actor) -> int:
    return ApiToken.objects.filter(member=person.member_id, revoked_at__isnull=True).count()


def issued(person: Actor, secret: str = SECRET) -> None:
    writes.issue_token(
        person,
        pk_of(person),
        name="CAD",
        digest=admission.digest_of(secret),
        expires_at=timezone.now() + timedelta(days=1),
    )


def restored(world: World, by: Actor) -> None:
    writes.suspend_member(world.dora, pk_of(world.ben), reason="Leave.")
    writes.restore_member(by, pk_of(world.ben))


def signed(world: World, by: Actor) -> None:
    agreement = sent(world)
    writes.sign_agreement(by, agreement, text_hash=hash_of(agreement))


LASTING: dict[str, Callable[[World, Actor], object]] = {
    "make another token": lambda world, dora: issued(dora),
    "let somebody in": lambda world, dora: writes.add_member(
        dora, world.harbor_fire.pk, member=EVE, password=NEW
    ),
    "give a seat": lambda world, dora: writes.give_seat(
        dora, pk_of(world.ana), kind=SeatKind.ADMIN
    ),
    "set a colleague's password": lambda world, dora: writes.set_password(
        dora, pk_of(world.ana), password=NEW
    ),
    "set its member's own password": lambda world, dora: writes.set_password(
        dora, pk_of(dora), password=NEW, present=Password.of(PASSWORD)
    ),
    "let a suspended member act again": restored,
    "sign for the agency": signed,
}


@pytest.mark.parametrize("deed", LASTING)
def test_a_token_may_not_do_what_would_outlive_it(world: World, deed: str) -> None:
    with pytest.raises(NotAllowed, match="you are here yourself, not by a token"):
        LASTING[deed](world, replace(world.dora, via="token"))


@pytest.mark.parametrize("deed", LASTING)
def test_its_member_may_do_it_in_person(world: World, deed: str) -> None:
    LASTING[deed](world, world.dora)


def test_who_comes_by_a_token_is_known_to_do_so_through_the_api(world: World) -> None:
    issued(world.dora)

    answer = Client().post(
        "/api/v1/tokens/",
        {"name": "another", "expires_at": timezone.now() + timedelta(days=300)},
        content_type="application/json",
        headers={"Authorization": f"Bearer {SECRET}", "Idempotency-Key": "mint"},
    )

    assert answer.status_code == 403
    assert tokens_of(world.dora) == 1


def test_a_new_password_ends_every_token(world: World) -> None:
    issued(world.ana)
    assert admission.admit_holder(SECRET, via="token") is not None

    writes.set_password(world.dora, pk_of(world.ana), password=NEW)

    assert admission.admit_holder(SECRET, via="token") is None
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-2:] == [
        "agencies.password_set",
        "agencies.token_revoked",
    ]


def test_a_suspended_members_tokens_stay_ended_when_they_come_back(world: World) -> None:
    issued(world.ana)

    writes.suspend_member(world.dora, pk_of(world.ana), reason="Lost her laptop.")
    writes.restore_member(world.dora, pk_of(world.ana))

    assert tokens_of(world.ana) == 0
    assert admission.admit_holder(SECRET, via="token") is None


def test_a_suspended_members_sessions_stay_ended_when_they_come_back(world: World) -> None:
    browser = Client()
    at_entrance(browser).post(
        reverse("sign-in"), {"username": "ana@hcf.example", "password": PASSWORD}
    )
    key = browser.session.session_key or ""
    assert browser.get(reverse("agencies:mine")).status_code == 200
    assert knocks.accounts_of_sessions([key])

    writes.suspend_member(world.dora, pk_of(world.ana), reason="Lost her laptop.")
    writes.restore_member(world.dora, pk_of(world.ana))

    assert knocks.accounts_of_sessions([key]) == {}
    assert browser.get(reverse("agencies:mine")).status_code == 302


def test_a_suspended_member_makes_no_token_for_later(world: World) -> None:
    writes.suspend_member(world.dora, pk_of(world.ana), reason="Left.")

    with pytest.raises(NotAllowed):
        issued(world.ana)
