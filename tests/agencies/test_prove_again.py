"""Step-up: what binds an agency or changes who may do what asks again who is here (IA-11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from agencies import reads, writes
from agencies.models import SeatKind
from audit import streams
from audit.models import Turned
from audit.refusals import NotAllowed, ProveAgain
from tests.agencies.acts import told_in
from tests.agencies.browsers import as_, url
from tests.world import PASSWORD, World

LATER = timedelta(minutes=6)
PROVE = "/prove/"


def pk_of(person: object) -> UUID:
    return person.member_id


def seats_of(world: World) -> set[str]:
    return {seat.kind for seat in reads.member(world.dora, pk_of(world.ana)).seats}


@pytest.fixture
def later(world: World) -> Client:
    """Dora's browser, six minutes after she signed in."""
    with time_machine.travel(timezone.now() - LATER, tick=False):
        return as_(world.dora)


def asks_for_a_seat(browser: Client, world: World) -> tuple[str, dict[str, str]]:
    return url("give-seat", world.ana.member_id), {"kind": "auditor"}


def test_a_change_of_seats_asks_who_is_here(world: World, later: Client) -> None:
    where, said = asks_for_a_seat(later, world)

    answer = later.post(where, said)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Prove that it is you" in answer.content.decode()
    assert seats_of(world) == {"commander"}


def test_what_was_filled_in_is_sent_once_it_is_proved(world: World, later: Client) -> None:
    where, said = asks_for_a_seat(later, world)
    asked = later.post(where, said)
    kept = dict(asked.context["kept"])
    own = {"proof_to": asked.context["to"], "proof_sends": "on", "proof_password": PASSWORD}

    answer = later.post(PROVE, kept | own, follow=True)

    assert answer.redirect_chain[0] == (where, HTTPStatus.TEMPORARY_REDIRECT)
    assert seats_of(world) == {"commander", "auditor"}
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-2:] == [
        "agencies.proved_again",
        "agencies.seat_given",
    ]


def test_who_signed_in_a_moment_ago_is_not_asked(world: World) -> None:
    where, said = asks_for_a_seat(as_(world.dora), world)

    as_(world.dora).post(where, said)

    assert "auditor" in seats_of(world)


def test_a_wrong_password_proves_nothing_and_keeps_what_was_filled_in(
    world: World, later: Client
) -> None:
    where, said = asks_for_a_seat(later, world)
    own = {"proof_to": where, "proof_sends": "on", "proof_password": "guessed"}

    answer = later.post(PROVE, said | own)

    assert ("kind", "auditor") in answer.context["kept"]
    assert "That is not your password." in answer.content.decode()
    assert Turned.objects.get(tried="prove-again").code == "wrong_password"
    assert seats_of(world) == {"commander"}


def test_after_five_wrong_ones_even_the_right_one_waits(world: World, later: Client) -> None:
    wrong = {"proof_to": "/", "proof_password": "guessed"}
    [later.post(PROVE, wrong) for _ in range(5)]

    answer = later.post(PROVE, wrong | {"proof_password": PASSWORD})

    assert "Try again in 30 minutes" in answer.content.decode()


def test_a_link_to_the_question_cannot_make_anybody_send_a_form(
    world: World, later: Client
) -> None:
    where, _said = asks_for_a_seat(later, world)

    page = later.get(PROVE, {"to": where, "proof_sends": "on", "kind": "auditor"})

    assert b"proof_sends" not in page.content
    assert b"auditor" not in page.content


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example/", "\\", ""])
def test_going_on_stays_within_the_installation(world: World, later: Client, to: str) -> None:
    answer = later.post(PROVE, {"proof_to": to, "proof_password": PASSWORD})

    assert answer["Location"] == "/"


def test_a_proof_holds_for_five_minutes(world: World) -> None:
    long_ago = replace(world.dora, proved_at=timezone.now() - timedelta(minutes=5))

    with pytest.raises(ProveAgain):
        writes.give_seat(long_ago, pk_of(world.ana), kind=SeatKind.AUDITOR)


def test_a_token_can_prove_nothing(world: World) -> None:
    token = replace(world.dora, via="token")

    with pytest.raises(NotAllowed, match="not by a token, and you proved") as refused:
        writes.give_seat(token, pk_of(world.ana), kind=SeatKind.AUDITOR)

    assert refused.value.code == "not_allowed"


def test_who_could_not_do_it_anyway_is_not_asked_to_prove_anything(world: World) -> None:
    unproved = replace(world.ben, proved_at=None)

    with pytest.raises(NotAllowed, match="You could if") as refused:
        writes.give_seat(unproved, pk_of(world.ana), kind=SeatKind.AUDITOR)

    assert refused.value.code == "not_allowed"


def test_taking_rights_away_waits_for_no_proof(world: World) -> None:
    unproved = replace(world.dora, proved_at=None)

    writes.suspend_member(unproved, pk_of(world.ana), reason="Lost her badge.")

    assert reads.member(world.dora, pk_of(world.ana)).suspended_at is not None


def test_the_api_says_that_proof_is_wanted(world: World, later: Client) -> None:
    answer = later.post(
        f"/api/v1/members/{world.ana.member_id}/seats/",
        {"kind": "auditor"},
        content_type="application/json",
        headers={"Idempotency-Key": "one"},
    )

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert answer.json()["type"] == "/problems/prove_again"
