"""How late due rungs are moved on by those who sweep in production: the worker, and watch."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from agencies.models import Priority, Tier
from audit import walls
from bench import region
from bench.figures import Figure, Goal
from bench.region import Region, seeding
from bench.serving import Server
from bench.sizes import Sizes
from config import processes
from config.children import Child
from mutualaid import writes
from mutualaid.lifecycle import RungStatus
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation
from mutualaid.wanted import RANKS
from mutualaid.writes import LineWanted
from tests.agreements import mutual_aid
from tests.world import AMBULANCE

SWEEPERS = ("worker", "beat", "watch")
BATCH = 1000
AT_ONCE = Goal(must=15, aim=5)
STEADY = Goal(must=1.1, aim=0.25)
LEAD = timedelta(seconds=4)
LAID_OUT_IN = timedelta(milliseconds=3)
STEADY_SECONDS = 10.0
PATIENCE_SECONDS = 180.0

LATENESS = """
    SELECT r.rank, extract(epoch FROM min(e.recorded_at) - s.due_at)
    FROM audit_entry e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    JOIN mutualaid_rung r ON r.id = (t.body::jsonb->'fact'->>'rung')::uuid
    JOIN mutualaid_solicitation s ON s.rung_id = r.id
    WHERE e.kind = 'mutualaid.rung_lapsed' AND r.id = ANY(%s)
    GROUP BY r.id, r.rank, s.due_at
"""

PENDING = """
    INSERT INTO {table} SELECT (jsonb_populate_record(t, {changes})).*
    FROM {table} t CROSS JOIN generate_series(1, %s) n WHERE t.id = %s
"""

M = TypeVar("M", bound=Model)


def measure(sizes: Sizes) -> Iterator[Figure]:
    there = region.build(6, sizes.incidents)
    with seeding():
        mutual_aid(there.agencies[0], there.agencies[1])
        mutual_aid(there.agencies[0], there.agencies[2], tier=Tier.REGIONAL)
    ladders = [Ladder(there, priority) for priority in Priority]
    ladders[0].pending(sizes.pending_rungs)
    with _sweepers() as sweepers:
        _swept(_waiting(ladders, [timezone.now()] * len(ladders)))
        yield from _at_once(ladders, sizes.due_rungs, sweepers)
        yield from _steadily(ladders, sizes)


def _at_once(ladders: list[Ladder], count: int, sweepers: list[Server]) -> Iterator[Figure]:
    due = timezone.now() + LEAD + count * LAID_OUT_IN
    waiting = _waiting(ladders, [due] * count)
    before = sum(sweeper.cpu_seconds() for sweeper in sweepers)
    late = _swept(waiting)
    spent = sum(sweeper.cpu_seconds() for sweeper in sweepers) - before
    name = f"{count:,} rungs due in one second"
    for priority in Priority:
        those = late[RANKS[priority]]
        yield Figure(f"{name}, median late, {priority.label.lower()}", "s", _middle(those))
    longest = max(seconds for those in late.values() for seconds in those)
    yield Figure(f"{name}, the last", "s", longest, goal=AT_ONCE)
    yield Figure(f"{name}, the sweepers' CPU for each", "ms", spent * 1000 / count)


def _steadily(ladders: list[Ladder], sizes: Sizes) -> Iterator[Figure]:
    count = sizes.steady_rungs
    begin = timezone.now() + LEAD
    gap = timedelta(seconds=STEADY_SECONDS / count)
    late = _swept(_waiting(ladders, [begin + gap * place for place in range(count)]))
    those = sorted(seconds for some in late.values() for seconds in some)
    p99 = those[round(0.99 * (len(those) - 1))]
    what = f"rungs due one after another, {sizes.pending_rungs:,} pending, p99 late"
    yield Figure(what, "s", p99, goal=STEADY)


class Ladder:
    """A real request, whose ladder is copied as often as is needed."""

    def __init__(self, there: Region, priority: Priority) -> None:
        self.incidents = [incident.pk for incident in there.incidents]
        writes.submit_request(
            there.writer,
            there.incident.pk,
            priority=priority,
            needed_by=timezone.now() + timedelta(hours=6),
            deliver_to="North lot",
            lines=(LineWanted(kind=AMBULANCE, quantity=1),),
        )
        with seeding():
            self.line = OrderLine.objects.select_related("request").get(
                request__incident=there.incident, request__priority=priority
            )
            self.rungs = list(Rung.objects.filter(line=self.line))
            self.asked = list(Solicitation.objects.filter(line=self.line))
            Rung.objects.filter(line=self.line).update(reminded_at=timezone.now())

    def pending(self, count: int) -> None:
        """Lay out many more of it that are not due for hours, within the database."""
        later = timezone.now() + timedelta(hours=3)
        (rung,) = (one for one in self.rungs if one.status == RungStatus.ASKED)
        rows = (
            (self.line.request, "jsonb_build_object('id', {own}, 'number', 'P-' || n)"),
            (self.line, "jsonb_build_object('id', {own}, 'request_id', {above})"),
            (rung, f"jsonb_build_object('id', {{own}}, 'line_id', {{above}}, 'due_at', '{later}')"),
        )
        with seeding(), connection.cursor() as cursor:
            above = ""
            for row, changes in rows:
                table = row._meta.db_table
                own, of = (f"md5('{one}' || n)::uuid" for one in (table, above))
                said = changes.format(own=own, above=of)
                cursor.execute(PENDING.format(table=table, changes=said), [count, row.pk])
                above = table

    def copies(self, due: Sequence[datetime]) -> dict[type[Model], list[Any]]:
        """Rows for one ladder after another, each running out at its own time."""
        made: dict[type[Model], list[Any]] = defaultdict(list)
        for place, moment in enumerate(due):
            incident = self.incidents[place % len(self.incidents)]
            request = _copy(self.line.request, incident_id=incident, number=_number())
            line = _copy(self.line, request=request)
            begun = {"asked_at": moment - timedelta(hours=8), "due_at": moment}
            running = begun | {"remind_at": moment, "reminded_at": begun["asked_at"]}
            rungs = {
                rung.pk: _copy(rung, line=line, **(running if rung.asked_at else {}))
                for rung in self.rungs
            }
            asked = [_copy(one, line=line, rung=rungs[one.rung_id], **begun) for one in self.asked]
            made[ResourceRequest].append(request)
            made[OrderLine].append(line)
            made[Rung].extend(rungs.values())
            made[Solicitation].extend(asked)
        return made


def _waiting(ladders: list[Ladder], due: Sequence[datetime]) -> list[UUID]:
    """Lay out ladders of all priorities; the rungs whose time is running."""
    running: list[UUID] = []
    with seeding():
        for place, ladder in enumerate(ladders):
            for model, rows in ladder.copies(due[place :: len(ladders)]).items():
                model._default_manager.bulk_create(rows, batch_size=BATCH)
                if model is Rung:
                    running += [rung.pk for rung in rows if rung.status == RungStatus.ASKED]
    return running


def _swept(rungs: list[UUID]) -> dict[int, list[float]]:
    """How late each of these rungs was moved on, by rank, once all of them have been."""
    late: defaultdict[int, list[float]] = defaultdict(list)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _still_asked(rungs):
        if time.monotonic() > deadline:
            raise RuntimeError("the sweepers did not come round")
        time.sleep(0.5)
    with walls.beyond("bench"), connection.cursor() as cursor:
        cursor.execute(LATENESS, [rungs])
        for rank, seconds in cursor.fetchall():
            late[rank].append(float(seconds))
    return late


def _still_asked(rungs: list[UUID]) -> bool:
    with walls.beyond("bench"):
        return Rung.objects.filter(pk__in=rungs, status=RungStatus.ASKED).exists()


@contextmanager
def _sweepers() -> Iterator[list[Server]]:
    """All that moves rungs, called as `make run` calls it."""
    with TemporaryDirectory(prefix="muster-sweepers-") as folder, ExitStack() as started:
        (Path(folder) / "logs").mkdir()
        children = processes.processes(Path(folder), port=0)
        yield [
            Server(0, started.enter_context(_running(child)).pid)
            for child in children
            if child.name in SWEEPERS
        ]


@contextmanager
def _running(child: Child) -> Iterator[subprocess.Popen[bytes]]:
    child.start(os.environ | {"PYTHONWARNINGS": "ignore"})
    assert child.process is not None
    try:
        yield child.process
    finally:
        child.process.terminate()
        child.process.wait(30)


def _copy(row: M, **changes: Any) -> M:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    for name in changes:
        kept.pop(f"{name}_id", None)
    return type(row)(**(kept | {"id": uuid.uuid4()} | changes))


def _number() -> str:
    return f"R-{uuid.uuid4().hex[:9]}"


def _middle(lates: Sequence[float]) -> float:
    return statistics.median(lates)
