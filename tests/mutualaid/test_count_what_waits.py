"""Whatever page somebody looks at, the bar says how many asks wait for their agency."""

from __future__ import annotations

import re

import pytest

from audit.actors import Actor
from mutualaid import writes
from mutualaid.lifecycle import DeclineReason
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, ask, submitted


def waiting(who: Actor) -> int | None:
    """The number in the bar; nothing where it is hidden."""
    page = Visitor(who).get("/resources/").content.decode()
    (hidden, count), *_folded = re.findall(r"data-inbox-count( hidden)?>(\d+)<", page)
    return None if hidden else int(count)


def test_who_is_asked_sees_it_on_every_page(region: Region) -> None:
    for _ in range(2):
        submitted(region)

    assert waiting(region.dev) == 2
    assert waiting(region.dora) is None


@pytest.mark.parametrize("seen_first", [True, False])
def test_what_is_answered_waits_no_more(region: Region, seen_first: bool) -> None:
    one = ask(submitted(region), region.world.bay_ems)
    if seen_first:
        writes.acknowledge(region.dev, one.pk)
    assert waiting(region.dev) == 1

    writes.decline(region.dev, one.pk, reason=DeclineReason.WEATHER)

    assert waiting(region.dev) is None
