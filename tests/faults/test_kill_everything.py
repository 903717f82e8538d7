"""PostgreSQL is killed with -9 under writers, and then everything at once, as in a power cut."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from random import choice
from typing import Any

import pytest

from tests.faults import checks
from tests.faults.boards import Board, bearer
from tests.faults.conftest import Figures
from tests.faults.ladders import time_runs_out
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.writers import Writers

DUE = 15
DUE_EACH_ROUND = 3

Fault = Callable[[Rig], None]


def database_crashes(rig: Rig) -> None:
    rig.kill_database()
    rig.database.start()


def power_fails(rig: Rig) -> None:
    rig.kill_database()
    rig.kill(*rig.children)
    rig.kill_redis()
    rig.redis.start()
    rig.database.start()
    rig.start(rig.web, rig.watch, rig.worker, rig.beat)


def redis_crashes(rig: Rig) -> None:
    rig.kill_redis()
    rig.redis.start()


def a_process_dies(rig: Rig) -> None:
    dies = choice((rig.web, rig.watch, rig.worker, rig.beat))
    rig.kill(dies)
    rig.start(dies)


def any_part_dies(rig: Rig) -> None:
    choice((database_crashes, redis_crashes, a_process_dies, a_process_dies))(rig)


def soaked(fault: Fault, rounds: int) -> Any:
    """Long rounds; `make soak ROUNDS=10` makes some of them, as often as one has time for."""
    rounds = min(rounds, int(os.environ.get("ROUNDS", rounds)))
    return pytest.param(fault, rounds, marks=pytest.mark.soak, id=fault.__name__)


@pytest.mark.parametrize(
    ("fault", "rounds"),
    [
        (database_crashes, 1),
        (power_fails, 1),
        soaked(database_crashes, 100),
        soaked(power_fails, 50),
        soaked(any_part_dies, 200),
    ],
)
def test_what_was_acknowledged_survives(
    rig: Rig, incident: str, fault: Fault, rounds: int, figures: Figures
) -> None:
    rig.start(rig.web, rig.watch, rig.worker, rig.beat)
    dora, dev = (bearer(rig.stage.tokens[name]) for name in ("dora", "dev"))
    with Board(rig.place, incident, dora) as hers, Board(rig.place, incident, dev) as his:
        with Writers(rig.place, incident, rig.stage.tokens) as writers:
            for _ in range(rounds):
                until(writers.some_more(25), "notes are written")
                ladders = time_runs_out(rig, DUE if rounds == 1 else DUE_EACH_ROUND)
                begun = time.monotonic()
                fault(rig)
                back = time.monotonic() - begun
                until(writers.some_more(25), "notes are written again")
                until(ladders.all_climbed, "all have climbed")
                ladders.each_climbed_once()

        checks.boards_agree(hers, his)
        checks.every_write_counts_once(rig, incident, writers.history)
        checks.no_stream_has_a_gap(rig)
        figures(kills=rounds, back=f"{back:.1f} s", late=ladders.late(), **writers.figures())
