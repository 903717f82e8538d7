"""A follower is killed with -9 in the middle of a batch: what it heard, it hears again, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from config.embedded import roles
from tests.faults.boards import Board, bearer
from tests.faults.conftest import Figures
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.writers import Writers

COUNTED = "SELECT viewer, sum(looks)::int FROM audit_lookday GROUP BY viewer ORDER BY viewer"
TOLD = """
    SELECT m.viewer, count(*)::int FROM audit_entry e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    CROSS JOIN LATERAL jsonb_array_elements_text(t.body::jsonb->'fact'->'members') m(viewer)
    WHERE e.kind = 'audit.looked' GROUP BY m.viewer ORDER BY m.viewer
"""
HELD_UP = """
    SELECT pid FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND query LIKE '%%audit_lookday%%'
"""


@contextmanager
def in_the_way(rig: Rig, viewer: str) -> Iterator[None]:
    """Hold up whoever counts this viewer's looks, in the middle of what they are doing."""
    url = rig.database.url(roles.SUPERUSER, "superuser")
    with psycopg.connect(url) as here:
        here.execute("SELECT FROM audit_lookday WHERE viewer = %s FOR UPDATE", [viewer])
        yield
        here.rollback()


def counted_all(rig: Rig) -> bool:
    told = rig.ask(TOLD)
    return len(told) == 2 and rig.ask(COUNTED) == told


def test_a_follower_that_is_killed_in_mid_batch_counts_every_look_once(
    rig: Rig, incident: str, figures: Figures
) -> None:
    rig.kill(rig.worker)
    rig.start(rig.web, rig.watch)
    cleo, dev = (bearer(rig.stage.tokens[name]) for name in ("cleo", "dev"))
    with Board(rig.place, incident, cleo), Board(rig.place, incident, dev):
        until(lambda: counted_all(rig), "all looks so far are counted")
        with in_the_way(rig, "Dev Rao"):
            with Writers(rig.place, incident, {"dora": rig.stage.tokens["dora"]}) as writers:
                until(lambda: writers.beyond(10) and rig.ask(HELD_UP), "the follower is held up")
            rig.kill(rig.watch)
        assert not counted_all(rig)

        rig.start(rig.watch)
        until(lambda: counted_all(rig), "all looks are counted, each once")
    figures(looks=dict(rig.ask(COUNTED)))
