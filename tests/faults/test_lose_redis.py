"""Redis is flushed, killed, and comes back empty: that costs time, and nothing else."""

from __future__ import annotations

import psutil
from redis import Redis

from tests.faults import checks
from tests.faults.boards import Board, bearer
from tests.faults.conftest import Figures
from tests.faults.ladders import time_runs_out
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.writers import Writers

DUE = 15


def test_boards_and_sessions_outlive_a_redis_that_forgets_everything(
    rig: Rig, incident: str, figures: Figures
) -> None:
    rig.start(rig.web, rig.watch)
    browser = {"Cookie": rig.stage.cookie, "Origin": f"http://{rig.place.address}"}
    dev = bearer(rig.stage.tokens["dev"])
    with Board(rig.place, incident, browser) as hers, Board(rig.place, incident, dev) as his:
        with Writers(rig.place, incident, rig.stage.tokens) as writers:
            until(lambda: writers.beyond(20), "notes are written")
            with Redis.from_url(rig.redis.url) as queue:
                queue.flushall()
            until(lambda: writers.beyond(40), "notes are written after the flush")
            rig.kill_redis()
            rig.redis.start()
            until(lambda: writers.beyond(60), "notes are written after the restart")

        checks.boards_agree(hers, his)
        checks.every_write_counts_once(rig, incident, writers.history)
        assert hers.joined == his.joined == 1
        assert hers.codes == his.codes == []
        figures(**writers.figures())


def test_nobody_waits_for_a_redis_that_is_down(rig: Rig, incident: str, figures: Figures) -> None:
    rig.start(rig.web, rig.watch, rig.worker, rig.beat)
    dev = bearer(rig.stage.tokens["dev"])
    rig.kill_redis()
    with Board(rig.place, incident, dev) as his:
        with Writers(rig.place, incident, rig.stage.tokens) as writers:
            ladders = time_runs_out(rig, DUE)
            until(ladders.all_climbed, "the watch has climbed them")
            until(lambda: writers.beyond(60), "notes are written")

        checks.boards_agree(his)
        checks.every_write_counts_once(rig, incident, writers.history)
        ladders.each_climbed_once()
        assert writers.waits[-1] < 2
        figures(**writers.figures(), late_without_redis=ladders.late())

    rig.redis.start()
    rig.kill(rig.watch)
    later = time_runs_out(rig, DUE)

    def supervised() -> bool:
        """A worker may end when its broker goes from under a task: it is started again."""
        rig.start(rig.worker, rig.beat)
        return later.all_climbed()

    # Celery comes back to a broker by steps that grow; the watch is what people depend on.
    until(supervised, "beat and the worker have come back", patience=120)
    later.each_climbed_once()
    figures(late_after_redis_came_back=later.late())


def test_nobody_waits_for_a_redis_that_does_not_answer(
    rig: Rig, incident: str, figures: Figures
) -> None:
    rig.start(rig.web)
    assert rig.redis.process is not None
    hung = psutil.Process(rig.redis.process.pid)
    hung.suspend()
    try:
        with Writers(rig.place, incident, rig.stage.tokens) as writers:
            until(lambda: writers.beyond(30), "notes are written")
    finally:
        hung.resume()

    checks.every_write_counts_once(rig, incident, writers.history)
    assert writers.waits[-1] < 2
    figures(**writers.figures())
