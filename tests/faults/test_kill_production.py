"""Programs of production are killed with -9 under load: the rest goes on, and each comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from redis import Redis

from tests.deploy.shape import Shape, proxy_program
from tests.deploy.test_production_shape import NO_PROXY
from tests.faults import checks
from tests.faults.boards import Board, bearer
from tests.faults.conftest import Figures, free_port
from tests.faults.ladders import time_runs_out
from tests.faults.production import Engine
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.writers import Writers
from tests.throwaway import PREFIX

DUE = 5
SWEEPERS = ("worker", "beat", "watch")


@pytest.fixture(scope="module")
def engine(rig: Rig) -> Iterator[Engine]:
    if proxy_program() is None:
        pytest.skip(NO_PROXY)
    rig.kill(*rig.children)
    with TemporaryDirectory(prefix=PREFIX) as folder:
        Path(folder).chmod(0o711)  # a proxy that was started by root reads as somebody else
        ports = {name: free_port() for name in ("web", "live", "proxy", "plain")}
        shape = Shape(Path(folder), ports, rig.secrets)
        shape.build()
        with Engine(shape) as engine:
            until(engine.well, "all of production is well")
            yield engine


@pytest.mark.parametrize("name", ["live", "web", "proxy", *SWEEPERS])
def test_the_rest_goes_on_and_it_comes_back(
    rig: Rig, engine: Engine, incident: str, name: str, figures: Figures
) -> None:
    dora, dev = (bearer(rig.stage.tokens[who]) for who in ("dora", "dev"))
    with Board(engine.place, incident, dora) as hers, Board(engine.place, incident, dev) as his:
        with Writers(engine.place, incident, rig.stage.tokens) as writers:
            until(writers.some_more(20), "notes are written")
            ladders = time_runs_out(rig, DUE)
            killed = engine.kill(name)
            until(ladders.all_climbed, "somebody else sweeps")
            until(writers.some_more(20), "notes are written again")
            until(lambda: engine.replaced(name, killed), "it is started again")
            until(engine.well, "all is well again")

        checks.boards_agree(hers, his)
        checks.every_write_counts_once(rig, incident, writers.history)
        ladders.each_climbed_once()
        figures(late=ladders.late(), **writers.figures())


@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_process_of_a_program_is_replaced_by_the_program(
    rig: Rig, engine: Engine, incident: str, name: str, figures: Figures
) -> None:
    program = engine.shape.running[name].pid
    with Writers(engine.place, incident, rig.stage.tokens) as writers:
        until(writers.some_more(20), "notes are written")
        ladders = time_runs_out(rig, DUE)
        engine.kill_a_part(name)
        until(writers.some_more(20), "notes are written again")
        until(ladders.all_climbed, "all have climbed")

    checks.every_write_counts_once(rig, incident, writers.history)
    ladders.each_climbed_once()
    until(engine.well, "all is well")
    assert engine.shape.running[name].pid == program
    figures(late=ladders.late(), **writers.figures())


def test_a_database_that_is_started_anew_is_taken_up_under_open_sockets(
    rig: Rig, engine: Engine, incident: str, figures: Figures
) -> None:
    dora, dev = (bearer(rig.stage.tokens[who]) for who in ("dora", "dev"))
    with Board(engine.place, incident, dora) as hers, Board(engine.place, incident, dev) as his:
        with Writers(engine.place, incident, rig.stage.tokens) as writers:
            until(writers.some_more(20), "notes are written")
            ladders = time_runs_out(rig, DUE)
            rig.database.stop()
            until(lambda: not engine.well(), "it is said that something is wrong")
            rig.database.start()
            until(writers.some_more(20), "notes are written again")
            until(ladders.all_climbed, "all have climbed")

        checks.boards_agree(hers, his)
        checks.every_write_counts_once(rig, incident, writers.history)
        ladders.each_climbed_once()
        assert hers.joined == his.joined == 1, "no socket had to be opened again"
        until(engine.well, "all is well again")
        figures(late=ladders.late(), **writers.figures())


def test_redis_is_flushed_and_killed_while_requests_are_due(
    rig: Rig, engine: Engine, incident: str, figures: Figures
) -> None:
    dev = bearer(rig.stage.tokens["dev"])
    with Board(engine.place, incident, dev) as his:
        with Writers(engine.place, incident, rig.stage.tokens) as writers:
            until(writers.some_more(20), "notes are written")
            with Redis.from_url(rig.redis.url) as queue:
                ladders = time_runs_out(rig, DUE)
                queue.flushall()
                until(ladders.all_climbed, "all have climbed without what Redis held")
            later = time_runs_out(rig, DUE)
            rig.kill_redis()
            until(later.all_climbed, "all have climbed without Redis")
            rig.redis.start()
            until(writers.some_more(20), "notes are written again")

        checks.boards_agree(his)
        checks.every_write_counts_once(rig, incident, writers.history)
        ladders.each_climbed_once()
        later.each_climbed_once()
        assert his.joined == 1
        until(engine.well, "all is well again", patience=120)
        figures(late=later.late(), **writers.figures())
