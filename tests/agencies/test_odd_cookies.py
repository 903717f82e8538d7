"""A cookie says whatever its sender likes: it signs nobody in, and hurts nobody else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from agencies import knocks
from agencies.knocks import Knock
from agencies.models import Account
from tests.world import World

ODD = (
    r'"abcdefgh\000abcdefgh"',
    r'"abcdefgh\355\240\200"',
    "x" * 41,
    "x" * 5000,
    "ABCDEFGHIJKLMNOP",
    "a" * 7,
    "''",
)


@pytest.mark.parametrize("said", ODD)
@pytest.mark.parametrize("address", ["/sign-in/", "/incidents/", "/api/v1/incidents/", "/nowhere/"])
def test_it_is_as_good_as_none(world: World, address: str, said: str) -> None:
    bare, odd = (Client(raise_request_exception=False) for _ in range(2))

    answer = odd.get(address, headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={said}"})

    assert answer.status_code == bare.get(address).status_code


def test_who_knocks_at_the_same_moment_is_let_in_all_the_same(world: World) -> None:
    ana = Client()
    ana.force_login(Account.objects.get(member=world.ana.member_id))
    hers = Knock(ana.cookies[settings.SESSION_COOKIE_NAME].value, "")

    admitted = knocks.admit_knocks({hers, Knock("abcdefgh\x00abcdefgh", ""), Knock("", "\x00")})

    assert [(knock, actor.name) for knock, actor in admitted.items()] == [(hers, "Ana Lopes")]
