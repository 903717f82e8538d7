"""From the first page, by links and buttons alone, everybody comes to whatever is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from agencies.models import Account, SeatKind
from audit.actors import Actor
from tests.pages.crawler import Walk, named, walk
from tests.pages.stage import furnish
from tests.world import World

# Doors of machines, and pages that one is sent to.
NOT_PAGES = {"healthz", "metrics", "schema", "sign-in", "prove-again"} | {
    *("sign-in-passkey", "second-factor", "ask-passkey", "ask-passkey-again"),
    "want-passkey",
    *("lock", "unlock"),  # where a locked device is
    "join",  # by the link of an invitation
    *("sign-in-agency", "sign-in-by-agency", "sign-on-back"),
    *("end-sign-on", "prove-elsewhere"),  # only where one is set
    "come-as-guest",  # by a link that somebody is given
    "release-password",  # only where somebody is locked out
}

# Whoever may read one of these finds a way to it. A dialog asks its rule when it is sent.
READ = {
    "incidents:home",
    "incidents:board",
    "incidents:timeline",
    "incidents:alert",
    "agencies:mine",
    "agencies:trail",
    "agencies:devices",
    "agencies:directory",
    "agencies:tokens",
    "agencies:resources",
    "agencies:agreements",
    "agencies:agreement",
    "agencies:who-looked",
    "agencies:security",
    "mutualaid:inbox",
    "mutualaid:ask",
    "mutualaid:request",
}


@dataclass(frozen=True)
class Way:
    """One seat's walk, and the browser in which it was walked."""

    client: Client
    walk: Walk


@pytest.fixture
def ways(world: World) -> dict[str, Way]:
    return {seat: _walked(who) for seat, who in furnish(world).items()}


def test_everybody_finds_the_way(ways: dict[str, Way]) -> None:
    """One test of four questions: to set the stage and to walk it takes seconds."""
    assert set(ways) == set(SeatKind)
    assert [wrong for way in ways.values() for wrong in refused(way.walk)] == []
    assert sorted(set(names(get_resolver())) - came_to(ways)) == []
    assert {(seat, name) for seat in ways for name in missed(seat, ways)} == set()


def came_to(ways: dict[str, Way]) -> set[str]:
    return {name for way in ways.values() for name in way.walk.reached}


def refused(walked: Walk) -> Iterator[tuple[str, int]]:
    """Links that were shown and led nowhere."""
    return ((path, status) for path, status in walked.answers.items() if status >= 400)


def missed(seat: str, ways: dict[str, Way]) -> set[str]:
    """Pages that a seat may read, where others come by links, and it does not."""
    way = ways[seat]
    known = {path for each in ways.values() for path in each.walk.answers}
    unseen = {path for path in known if named(path) in READ - way.walk.reached}
    return {named(path) for path in unseen if way.client.get(path).status_code == 200}


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every page; the API is for programs, which follow no links."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if not str(pattern.pattern).startswith("api/"):
                yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name not in NOT_PAGES:
            yield f"{space}{pattern.name}"


def _walked(who: Actor) -> Way:
    client = Client()
    client.force_login(Account.objects.get(member=who.member_id))
    return Way(client, walk(client))
