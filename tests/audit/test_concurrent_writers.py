"""Many writers, one ledger: no gaps, no forks, and no line that appears late."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from audit import verification
from audit.models import Entry
from incidents.models import Note
from tests.audit import deeds
from tests.world import World, build

WRITERS = 6
LINES = 90


@pytest.mark.django_db(transaction=True)
def test_a_follower_that_asks_for_what_comes_after_misses_nothing() -> None:
    world = build()
    seen: list[int] = []
    done = threading.Event()
    reader = threading.Thread(target=_follow, args=(seen, done))
    reader.start()

    try:
        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(lambda n: _write(world, n), range(LINES)))
    finally:
        done.set()
        reader.join()

    assert seen == list(range(1, LINES + 1))
    assert verification.verify_all() == []


@pytest.mark.django_db(transaction=True)
def test_the_same_act_sent_by_many_at_once_happens_once() -> None:
    world = build()

    with ThreadPoolExecutor(WRITERS) as pool:
        facts = list(pool.map(lambda _: _write(world, 0, key="the same"), range(WRITERS)))

    assert Note.objects.count() == 1
    assert len({fact.scribble for fact in facts}) == 1


def _write(world: World, n: int, key: str | None = None) -> deeds.Scribbled:
    try:
        return deeds.scribble(replace(world.ana, key=key), world.fire.pk, text=f"Line {n}")
    finally:
        connection.close()


def _follow(seen: list[int], done: threading.Event) -> None:
    try:
        while True:
            last_round = done.is_set()
            after = seen[-1] if seen else 0
            seen.extend(
                Entry.objects.filter(seq__gt=after).order_by("seq").values_list("seq", flat=True)
            )
            if last_round:
                return
    finally:
        connection.close()
