"""Whoever sweeps is killed with -9 in mid-sweep; another goes on, and nothing is done twice."""

from __future__ import annotations

from tests.faults import checks
from tests.faults.conftest import Figures
from tests.faults.ladders import time_runs_out
from tests.faults.rig import Rig
from tests.faults.waiting import until

DUE = 30


def test_each_sweeper_goes_on_where_the_other_was_killed_in_mid_sweep(
    rig: Rig, figures: Figures
) -> None:
    rig.kill(rig.watch)
    rig.start(rig.worker, rig.beat)
    ladders = time_runs_out(rig, DUE)
    until(lambda: ladders.climbed_beyond(2), "the worker sweeps")
    rig.kill(rig.worker)
    by_worker = ladders.climbed

    rig.start(rig.watch)
    until(lambda: ladders.climbed_beyond(by_worker), "the watch sweeps")
    rig.kill(rig.watch)
    by_both = ladders.climbed
    rig.start(rig.worker)
    until(ladders.all_climbed, "the worker has climbed the rest")

    assert 2 < by_worker < by_both < DUE, "each was killed in mid-sweep"
    ladders.each_climbed_once()
    checks.no_stream_has_a_gap(rig)
    figures(due=DUE, before_the_first_kill=by_worker, before_the_second=by_both)


def test_two_of_each_do_nothing_twice(rig: Rig, figures: Figures) -> None:
    rig.start(rig.worker, rig.beat, rig.watch, *rig.seconds)
    ladders = time_runs_out(rig, DUE)
    until(ladders.all_climbed, "all have climbed")
    rig.kill(*rig.seconds)

    ladders.each_climbed_once()
    checks.no_stream_has_a_gap(rig)
    figures(due=DUE, late=ladders.late())
