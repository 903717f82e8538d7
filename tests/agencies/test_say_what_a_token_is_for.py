"""Whoever makes a token says whether it is for what is real or for exercises, for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agencies import reads, writes
from agencies.admission import admit_holder, digest_of
from agencies.details import TokenBounds
from agencies.models import ApiToken, BoundTo, Scope
from agencies.writes.tokens import AnAgencyIsReal
from audit.actors import Actor
from audit.refusals import NotAllowed
from audit.trail import Sought
from tests.agencies.browsers import page, send
from tests.world import World, seeding

SECRET = "muster_simulator"
AT_INCIDENTS = frozenset({Scope.LOOK, Scope.INCIDENTS})


def made(world: World, **bounds: Any) -> Actor:
    """Who comes by a token of Dora's for exercises."""
    writes.issue_token(
        world.dora,
        world.dora.member_id,
        name="Simulator",
        digest=digest_of(SECRET),
        expires_at=timezone.now() + timedelta(days=30),
        bounds=TokenBounds(bound=BoundTo.EXERCISE, **{"scopes": AT_INCIDENTS} | bounds),
    )
    found = admit_holder(SECRET, via="token")
    assert found
    return found[1]


def test_it_is_asked_when_a_token_is_made_and_shown_beside_it(world: World) -> None:
    assert "What it is for" in page(world.dora, "issue-token").content.decode()
    until = timezone.localtime() + timedelta(days=30)
    said = {"name": "Simulator", "scopes": ["look"], "expires_at": f"{until:%Y-%m-%dT%H:%M}"}

    without = send(world.dora, "issue-token", **said)
    made = send(world.dora, "issue-token", **said, bound="exercise")

    assert without.status_code == 422
    assert made.status_code == 200, made.content
    assert "Exercises" in page(world.dora, "tokens").content.decode()


@pytest.mark.parametrize("said", ["both", "", "REAL"])
def test_it_is_one_of_the_two(world: World, said: str) -> None:
    made(world)

    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        ApiToken.objects.update(bound=said)


def test_the_trail_says_it(world: World) -> None:
    made(world)

    line = reads.agency_trail(world.dora, Sought(kind="agencies.token_issued")).lines[0]

    assert "for exercises" in line.sentence


def test_one_for_exercises_changes_nothing_of_the_agency(world: World) -> None:
    with pytest.raises(AnAgencyIsReal):
        made(world, scopes=frozenset(Scope))

    made(world)
    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        ApiToken.objects.update(scopes=list(Scope))


def test_one_for_exercises_reads_no_ledger_of_the_agency(world: World) -> None:
    """What its people did and saw is real."""
    simulator = made(world)
    looks = (
        lambda: reads.agency_trail(simulator, Sought()),
        lambda: reads.who_looked(simulator, Sought()),
        lambda: reads.look_days(simulator),
        lambda: reads.viewers(simulator),
        lambda: reads.ledger_state(simulator),
    )

    for look in looks:
        with pytest.raises(NotAllowed, match="not a token for exercises"):
            look()


def test_a_new_secret_is_for_the_same(world: World) -> None:
    made(world)

    writes.rotate_token(world.dora, ApiToken.objects.get().pk, digest=digest_of("muster_next"))

    found = admit_holder("muster_next", via="token")
    assert found
    assert found[1].bound == BoundTo.EXERCISE
