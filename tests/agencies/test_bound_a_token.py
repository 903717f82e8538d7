"""A token does what it was made for, from where it may; and is rotated without a break."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from agencies import admission, knocks, reads, writes
from agencies.admission import digest_of
from agencies.details import TokenBounds
from agencies.knocks import Knock
from agencies.models import ApiToken, Scope, TokenUse
from agencies.writes.tokens import AlreadyRevoked, BadNetwork, GoodForNothing
from audit.refusals import NotAllowed, NotFound
from tests.world import World, seeding

SECRET = "muster_secret"
NEXT = "muster_next"


def issued(world: World, *scopes: Scope, networks: frozenset[str] = frozenset()) -> ApiToken:
    told = writes.issue_token(
        world.dora,
        world.dora.member_id,
        name="CAD",
        digest=digest_of(SECRET),
        expires_at=timezone.now() + timedelta(days=30),
        bounds=TokenBounds(scopes=frozenset(scopes or Scope), networks=networks),
    )
    return ApiToken.objects.get(pk=told.token)


def asks(method: str, address: str, secret: str = SECRET, **given: Any) -> int:
    key = {"Idempotency-Key": uuid4().hex}
    client = Client(headers={"Authorization": f"Bearer {secret}"} | key)
    said = {} if method == "get" else {"data": given, "content_type": "application/json"}
    status: int = getattr(client, method)(f"/api/v1/{address}", **said).status_code
    return status


def test_a_token_to_read_changes_nothing(world: World) -> None:
    issued(world, Scope.LOOK)
    note = {"category": "OPS", "text": "Two lines in."}

    assert asks("get", "incidents/") == 200
    assert asks("post", f"incidents/{world.fire.pk}/notes/", **note) == 403


def test_a_token_for_incidents_writes_a_note_and_no_request(world: World) -> None:
    issued(world, Scope.LOOK, Scope.INCIDENTS)
    note = {"category": "OPS", "text": "Two lines in."}

    assert asks("post", f"incidents/{world.fire.pk}/notes/", **note) in {200, 201}
    assert asks("post", "requests/", incident=str(world.fire.pk)) == 403
    assert asks("post", f"resources/{world.engines[0].pk}/retire/") == 403


def test_a_token_that_may_not_read_follows_no_board(world: World) -> None:
    issued(world, Scope.INCIDENTS)

    assert asks("get", "incidents/") == 401
    assert knocks.shown_tokens([Knock(token=SECRET)]) == {}


def test_a_token_is_good_from_its_networks_alone(world: World) -> None:
    issued(world, networks=frozenset({"192.0.2.0/24", "2001:db8::/32"}))

    def let_in(origin: str) -> bool:
        return admission.admit_holder(SECRET, via="token", origin=origin) is not None

    assert let_in("192.0.2.7")
    assert let_in("2001:db8::7")
    assert not any(map(let_in, ("198.51.100.7", "", "not an address", "::ffff:192.0.2.7")))
    near, far = (Knock(token=SECRET, origin=one) for one in ("192.0.2.7", "198.51.100.7"))
    assert set(knocks.shown_tokens([near, far])) == {near}
    assert asks("get", "incidents/") == 401


@pytest.mark.parametrize(
    "network", ["everywhere", "192.0.2.0/33", "192.0.2", "1.2.3.4/24/8", "fe80::%eth0/64"]
)
def test_what_is_no_network_is_refused(world: World, network: str) -> None:
    with pytest.raises(BadNetwork):
        issued(world, networks=frozenset({network}))


@pytest.mark.parametrize("more", [{"scopes": ["everything"]}, {"networks": ["192.0.2.0/24"] * 11}])
def test_no_row_holds_more_than_can_be(world: World, more: dict[str, list[str]]) -> None:
    """Django's size of a list is a word to forms alone."""
    issued(world)

    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        ApiToken.objects.update(**more)


def test_a_token_is_good_for_something(world: World) -> None:
    with pytest.raises(GoodForNothing):
        writes.issue_token(
            world.dora,
            world.dora.member_id,
            name="CAD",
            digest=digest_of(SECRET),
            expires_at=timezone.now() + timedelta(days=1),
            bounds=TokenBounds(scopes=frozenset()),
        )


def test_its_owner_sees_when_and_whence_it_was_last_used(world: World) -> None:
    issued(world)
    assert reads.tokens(world.dora)[0].used_at is None

    asks("get", "incidents/")

    (token,) = reads.tokens(world.dora)
    assert token.used_from == "127.0.0.1"
    assert token.used_at is not None
    first = TokenUse.objects.get().used_at
    asks("get", "incidents/")
    assert TokenUse.objects.get().used_at == first  # told once in five minutes


def test_who_is_turned_away_has_not_used_it(world: World) -> None:
    issued(world, networks=frozenset({"192.0.2.0/24"}))

    asks("get", "incidents/")

    assert not TokenUse.objects.exists()


def test_after_it_was_rotated_both_secrets_are_good_for_a_day(world: World) -> None:
    token = issued(world)

    writes.rotate_token(world.dora, token.pk, digest=digest_of(NEXT))

    assert (asks("get", "incidents/"), asks("get", "incidents/", NEXT)) == (200, 200)
    old, new = Knock(token=SECRET), Knock(token=NEXT)
    assert set(knocks.shown_tokens([old, new])) == {old, new}
    with seeding():
        ApiToken.objects.update(old_until=timezone.now() - timedelta(seconds=1))
    assert (asks("get", "incidents/"), asks("get", "incidents/", NEXT)) == (401, 200)
    assert set(knocks.shown_tokens([old, new])) == {new}


def test_revoking_ends_both_secrets(world: World) -> None:
    token = issued(world)
    writes.rotate_token(world.dora, token.pk, digest=digest_of(NEXT))

    writes.revoke_token(world.dora, token.pk)

    assert (asks("get", "incidents/"), asks("get", "incidents/", NEXT)) == (401, 401)
    with pytest.raises(AlreadyRevoked):
        writes.rotate_token(world.dora, token.pk, digest=digest_of("muster_third"))


def test_nobody_rotates_anothers_and_no_token_rotates_itself(world: World) -> None:
    token = issued(world)

    with pytest.raises(NotAllowed):
        writes.rotate_token(world.ben, token.pk, digest=digest_of(NEXT))
    with pytest.raises(NotFound):
        writes.rotate_token(world.dev, token.pk, digest=digest_of(NEXT))
    assert asks("post", f"tokens/{token.pk}/rotate/") == 403
