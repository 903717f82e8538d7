"""What the ledger and the security log say of where somebody came from."""

from __future__ import annotations

from django.test import override_settings
from django.urls import reverse

from audit.models import Turned
from tests.agencies.browsers import at_entrance
from tests.world import World

SAID = {"username": "ana@hcf.example", "password": "wrong"}


def knock(forwarded: str) -> str:
    """Where the security log says that a wrong password came from."""
    at_entrance().post(reverse("sign-in"), SAID, headers={"X-Forwarded-For": forwarded})
    return str(Turned.objects.latest("id").actor["origin"])


@override_settings(BEHIND_PROXY=True)
def test_behind_our_proxy_it_is_where_the_proxy_was_reached_from(world: World) -> None:
    assert knock("203.0.113.9, 198.51.100.7") == "198.51.100.7"


def test_elsewhere_nobody_may_say_it_for_themselves(world: World) -> None:
    assert knock("198.51.100.7") == "127.0.0.1"
