"""Tasks, sweeps, followers and commands: for which agency each works, written down by hand (4.4).

A machine answers nobody. What it may see of agencies' rows is where it stands before the second
wall; whoever stands nowhere sees none. A new one without a line fails here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from django.core.management import get_commands
from django.db import connection

from audit import tasks as audit_tasks
from audit import walls
from audit.followers import FOLLOWERS
from audit.sweeps import SWEEPS
from config import tasks as config_tasks
from config.celery import app
from incidents import writes
from tests.stage import set_up
from tests.world import World

CLOCK, FOLLOWER, CHECKER = "clock", "follower", "checker"
NO_ROWS: Final[frozenset[str]] = frozenset()

# Under which names a task looks at rows of every agency.
TASKS: Final = {
    "audit.tasks.catch_up": frozenset({FOLLOWER}),
    "audit.tasks.forget_keys": frozenset({CHECKER}),
    "audit.tasks.publish_checkpoint": frozenset({CHECKER}),
    "audit.tasks.sweep": frozenset({CLOCK}),
    "audit.tasks.sweep_apart": frozenset({CLOCK}),
    "audit.tasks.verify": frozenset({CHECKER}),
    "audit.tasks.verify_everything": frozenset({CHECKER}),
    "config.tasks.pulse": NO_ROWS,
}
SWEEPERS: Final = {
    "agencies.idling.suspend_idle",
    "agencies.postman.send_due",
    "agencies.tasks.tell_due",
    "config.tasks.forget_ended_sessions",
    "config.tasks.say_alive",
    "incidents.tasks.expire_notes",
    "incidents.tasks.remind_of_reviews",
    "incidents.tasks.tell_guests_over",
    "mutualaid.tasks.climb_due",
    "mutualaid.tasks.lapse_due",
    "mutualaid.tasks.remind_due",
}
FOLLOW: Final = {"audit.digests.add_up"}
# Whoever runs them has a shell on the server; what they may do stands in `tests/matrix.py` (ops).
COMMANDS: Final = {
    "add_agency": "founds an agency, as the operator",
    "criminal_justice": "confirms the checklist of the installation, as the operator",
    "demo_sign_ins": "says who can sign in to a demo",
    "migration_sql": "prints what migrations would do; sees no rows",
    "play_demo": "acts as people of the demo, through the API",
    "prepare": "seeds the demo where nobody is",
    "seed_demo": "founds a region, as the operator of a demo",
    "verify_ledger": "checks the ledger whole",
    "watch": "sweeps and follows, as the tasks do",
}
OURS: Final = ("agencies", "audit", "config", "incidents", "mutualaid")


def test_every_machine_has_a_line() -> None:
    tasks = {name for name in app.tasks if name.startswith(OURS)}

    assert tasks == set(TASKS)
    assert {name for name in SWEEPS if not name.startswith("tests.")} == SWEEPERS
    assert {name for name in FOLLOWERS if not name.startswith("tests.")} == FOLLOW
    assert {name for name, where in get_commands().items() if where in OURS} == set(COMMANDS)


@contextmanager
def places() -> Iterator[set[str]]:
    """Under which names rows are asked for meanwhile."""
    found: set[str] = set()

    def noted(execute: Callable[..., Any], *asked: Any) -> Any:
        stood = walls.place()
        found.update({stood.reach} if stood else ())
        return execute(*asked)

    with connection.execute_wrapper(noted):
        yield found


@pytest.mark.parametrize("name", sorted(one for one in TASKS if "sweep" not in one))
def test_a_task_looks_from_where_it_says(world: World, name: str) -> None:
    set_up(world)
    writes.write_note(world.ana, world.fire.pk, category="OPS", text="Wind turns.")
    task = {**vars(audit_tasks), **vars(config_tasks)}[name.rpartition(".")[2]]

    with places() as found:
        task()

    assert found == TASKS[name]


@pytest.mark.parametrize("name", sorted(SWEEPERS))
def test_a_sweep_looks_as_the_clock(world: World, name: str) -> None:
    set_up(world)

    with places() as found:
        SWEEPS[name].carry_out()

    assert found <= {CLOCK}
