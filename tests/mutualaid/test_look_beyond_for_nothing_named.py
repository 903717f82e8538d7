"""Who moves on a ladder looks beyond the second wall, and can ask it for nothing by name (M19).

Four writes are carried out with every agency's rows in sight (`tests/beyond.py`). What somebody
names there that is another agency's is refused in the words for what is not there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID, uuid4

import pytest

from audit.refusals import Refusal
from audit.writes import WRITES
from mutualaid import writes
from tests.beyond import WIDE
from tests.mutualaid.region import Region, ask, offered, submitted

pytestmark = pytest.mark.django_db

# The ids that come from outside, beside that of the row which the rule let them at.
NAMED: Final = {
    "mutualaid.writes.asks.offer": ["resources"],
    "mutualaid.writes.offers.accept_offer": ["resources"],
}


def test_two_of_them_take_ids_and_no_other_does() -> None:
    named = {
        name: [of for of, kind in WRITES[name].function.__annotations__.items() if "UUID" in kind]
        for name in WIDE
    }

    assert {name: ids for name, ids in named.items() if ids} == NAMED


def refused(write: Callable[..., Any], *args: Any, resource: UUID) -> tuple[str, str]:
    with pytest.raises(Refusal) as turned_down:
        write(*args, resources=[resource])
    return type(turned_down.value).__name__, str(turned_down.value)


def test_what_is_anothers_is_offered_as_little_as_what_is_not_there(region: Region) -> None:
    one = ask(submitted(region), region.world.bay_ems)
    theirs = region.eastport_ambulances[0].pk

    told = [refused(writes.offer, region.dev, one.pk, resource=pk) for pk in (theirs, uuid4())]

    assert told[0] == told[1]
    assert told[0][0] == "NotYoursToOffer"


def test_what_was_not_offered_is_taken_as_little_as_what_is_not_there(region: Region) -> None:
    one = offered(region.dev, submitted(region), region.world.ambulances[:1])
    others = (region.world.ambulances[1].pk, region.eastport_ambulances[0].pk, uuid4())

    told = {refused(writes.accept_offer, region.dora, one.pk, resource=pk) for pk in others}

    assert [name for name, _said in told] == ["NotInTheOffer"]
