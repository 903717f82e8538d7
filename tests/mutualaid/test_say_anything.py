"""Whatever somebody says, it becomes a fact or a refusal in words; never an error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from audit.actors import Actor
from audit.facts import Fact
from audit.refusals import Refusal
from audit.writes import WRITES
from mutualaid import writes
from mutualaid.writes import LineWanted, Message
from mutualaid.writes.declaring import Declared
from tests.mutualaid.region import Region, ask, offered, submitted
from tests.world import AMBULANCE

pytestmark = pytest.mark.django_db

BY_THE_CLOCK = {"climb", "remind", "lapse_offer"}
FAR = timezone(timedelta(hours=14))

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(exclude_categories=()), max_size=10),
    st.sampled_from(["", " ", "\x00", "\ud800", "x" * 201, "y" * 3000, "emergency", "weather"]),
)
COUNTS = st.one_of(st.integers(), st.sampled_from([-1, 0, 1, 2, 999, 1000, 32768, 10**30]))
MOMENTS = st.one_of(
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from([datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=FAR)]),
)
KINDS = st.one_of(TEXTS, st.just(AMBULANCE))
LINES = st.builds(
    LineWanted,
    kind=KINDS,
    quantity=COUNTS,
    type=st.none() | COUNTS,
    or_better=st.booleans(),
    details=TEXTS,
    element=TEXTS,
)

# So that some of what is said is taken, and the rest of it is looked at.
SENSIBLE: dict[str, Any] = {
    "priority": "urgent",
    "needed_by": datetime(2031, 1, 1, tzinfo=UTC),
    "deliver_to": "North lot",
    "lines": [LineWanted(kind=AMBULANCE, quantity=1)],
    "message": None,
    "reason": "weather",
    "remarks": "",
    "requester_position": "",
    "valid_until": None,
    "eta": None,
}


def anything(region: Region) -> dict[Any, SearchStrategy[Any]]:
    """What may be said where a write takes a value of this type."""
    known = [each.pk for each in (*region.world.ambulances, *region.eastport_ambulances)]
    return {
        str: TEXTS,
        int | None: st.none() | COUNTS,
        datetime: MOMENTS,
        datetime | None: st.none() | MOMENTS,
        Sequence[UUID]: st.lists(st.uuids() | st.sampled_from(known), max_size=4),
        Sequence[LineWanted]: st.lists(LINES, max_size=3),
        Declared | None: st.none()
        | st.builds(Declared, declaration=TEXTS, by=TEXTS, eoc_level=st.none() | COUNTS),
        Message | None: st.none() | st.builds(Message, id=TEXTS, raw=st.binary(max_size=20)),
    }


def offer_of_bay(region: Region) -> UUID:
    return offered(region.dev, submitted(region), region.world.ambulances[:1]).pk


def waiting_rung(region: Region) -> UUID:
    return submitted(region).rungs.get(position=2).pk


def held(region: Region) -> UUID:
    line = submitted(region)
    writes.hold_request(region.dora, line.request_id, reason="Weather.")
    return line.request_id


ACTS: dict[str, tuple[str, Callable[[Region], UUID]]] = {
    "acknowledge": ("dev", lambda region: ask(submitted(region), region.world.bay_ems).pk),
    "decline": ("dev", lambda region: ask(submitted(region), region.world.bay_ems).pk),
    "offer": ("dev", lambda region: ask(submitted(region), region.world.bay_ems).pk),
    "withdraw_offer": ("dev", offer_of_bay),
    "accept_offer": ("dora", offer_of_bay),
    "reject_offer": ("dora", offer_of_bay),
    "cancel_line": ("dora", lambda region: submitted(region).pk),
    "close_short": ("dora", lambda region: submitted(region).pk),
    "retry_line": ("dora", lambda region: submitted(region).pk),
    "skip_to_rung": ("dora", waiting_rung),
    "submit_request": ("dora", lambda region: region.world.fire.pk),
    "change_request": ("dora", lambda region: submitted(region).request_id),
    "cancel_request": ("dora", lambda region: submitted(region).request_id),
    "hold_request": ("dora", lambda region: submitted(region).request_id),
    "resume_request": ("dora", held),
}


def test_every_write_that_people_do_is_tried_here() -> None:
    ours = {name.rpartition(".")[2] for name in WRITES if name.startswith("mutualaid.")}

    assert set(ACTS) == ours - BY_THE_CLOCK


@pytest.mark.parametrize("name", ACTS)
def test_it_is_a_fact_or_a_refusal_in_words(region: Region, name: str) -> None:
    who, subject = ACTS[name]
    actor, pk = getattr(region, who), subject(region)
    meant = _inputs(name, region)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.fixed_dictionaries(meant))
    def say(inputs: dict[str, Any]) -> None:
        assert _came_of(name, actor, pk, inputs)

    say()


def _inputs(name: str, region: Region) -> dict[str, SearchStrategy[Any]]:
    [write] = [each for each in WRITES.values() if each.name.endswith(f".{name}")]
    hints = list(get_type_hints(write.function).items())[2:-1]
    sorts = anything(region)
    return {
        key: st.just(SENSIBLE[key]) | sorts[hint] if key in SENSIBLE else sorts[hint]
        for key, hint in hints
    }


def _came_of(name: str, actor: Actor, pk: UUID, inputs: dict[str, Any]) -> bool:
    """Whether it was a fact, or a refusal that says something; nothing of it is kept."""
    with transaction.atomic():
        try:
            told = getattr(writes, name)(actor, pk, **inputs)
        except Refusal as refused:
            return bool(str(refused))
        finally:
            transaction.set_rollback(True)
    return all(isinstance(fact, Fact) for fact in (told if isinstance(told, tuple) else (told,)))
