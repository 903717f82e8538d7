"""Every door, tried by everybody: for whom its row exists is what people wrote down (P11, 4.4).

Doors are collected from the application, expectations from `tests/doors/table.py`, which nobody
derives from rules. A door whose row has no line there fails. A fast pass tries each door once at
each agency, in a role that changes from door to door; `make soak` tries all roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from incidents.models import Incident
from tests.doors.people import Neighbors, neighbors, outsiders
from tests.doors.table import ALL, EXISTS, RELATIONS, UNDECIDED
from tests.doors.trying import (
    GONE,
    NO_SUCH_WAY,
    Door,
    absent,
    doors,
    foreign,
    parts,
    tried,
)
from tests.stage import set_up
from tests.world import World, seeding

DOORS: Final = [door for door in doors() if door.subject in EXISTS]
SHUT: Final = {302, 401, 403, 404, 405}
# Doors that hide an act, not its row, from those who may know of the row; each with the reason.
WORDS: Final = "only an admin of the agency that leads a draft writes in it"
CHANGES: Final = "only an amendment changes what was signed, and this draft is none"
JOINS: Final = "only who was asked to join signs a joinder"
INBOX: Final = "an inbox is the asked agency's; others at the incident read answers on the request"
BRIEFING: Final = "a briefing is for the two between whom command passes"
UNSENT: Final = "a draft that nobody was sent has no versions yet"
STRICTER: Final = {
    "/agreements/<uuid:pk>/change/": CHANGES,
    "/agreements/<uuid:pk>/clauses/<uuid:clause>/replace/": CHANGES,
    "/api/v1/amendments/<uuid:pk>/": CHANGES,
    "/agreements/<uuid:pk>/parties/<uuid:party>/join/": JOINS,
    "/agreements/<uuid:pk>/edit/": WORDS,
    "/agreements/<uuid:pk>/clauses/<uuid:clause>/": WORDS,
    "/agreements/<uuid:pk>/clauses/add/": WORDS,
    "/agreements/<uuid:pk>/clauses/add/<str:kind>/": WORDS,
    "/agreements/<uuid:pk>/parties/add/": WORDS,
    "/agreements/<uuid:pk>/attachments/<uuid:attachment>/remove/": WORDS,
    "/agreements/<uuid:pk>/attachments/add/": WORDS,
    "/agreements/<uuid:pk>/sections/<uuid:section>/": WORDS,
    "/agreements/<uuid:pk>/sections/<uuid:section>/remove/": WORDS,
    "/agreements/<uuid:pk>/sections/add/": WORDS,
    "/api/v1/asks/<uuid:pk>/": INBOX,
    "/asks/<uuid:pk>/": INBOX,
    "/asks/<uuid:pk>/answer/": INBOX,
    "/asks/<uuid:pk>/seen/": INBOX,
    "/asks/<uuid:pk>/withdraw/": INBOX,
    "/agreements/<uuid:pk>/versions/": UNSENT,
    "/api/v1/command-offers/<uuid:pk>/": BRIEFING,
    "/api/v1/command-offers/<uuid:pk>/briefing/": BRIEFING,
    "/incidents/command-offers/<uuid:pk>/": BRIEFING,
}
COUNTS: Final = """
    SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
    WHERE relname NOT IN (
        'agencies_sitting', 'agencies_tokenuse', 'audit_turned', 'audit_usedkey',
        'django_session') ORDER BY 1
"""


@pytest.fixture
def rows(world: World) -> dict[str, Model]:
    return laid(world)


def laid(world: World) -> dict[str, Model]:
    """A row of every sort that doors lead to."""
    with seeding():  # by hand, it has the number that the next incident of its agency would get
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    return set_up(world)


def test_every_door_has_a_line_in_the_table() -> None:
    missing = {door.subject for door in doors()} - set(EXISTS)

    assert missing == UNDECIDED, (
        f"tests/doors/table.py says of no agency whether {', '.join(sorted(missing))} exist for"
        " it: add a line for each to EXISTS, and its row to ROWS of test_absent_is_as_foreign.py"
    )


@dataclass(frozen=True)
class Cell:
    """A door, an agency by its relation, a role, and whether the row exists for them."""

    door: Door
    relation: str
    role: str
    exists: bool

    def __str__(self) -> str:
        return f"{self.door} by {self.role} at {self.relation}"


def cells(every_role: bool) -> Iterator[Cell]:
    """The fast pass tries each door at its own agency and at two of the others, in turn."""
    for number, door in enumerate(DOORS):
        for place, relation in enumerate(RELATIONS):
            if every_role or place in {0, 1 + number % 4, 1 + (number + 2) % 4}:
                for role in ALL if every_role else ALL[(number + place) % len(ALL)]:
                    yield Cell(door, relation, role, role in EXISTS[door.subject][place])


def wrong(there: Neighbors, rows: dict[str, Model], those: Iterable[Cell]) -> Iterator[str]:
    come: dict[tuple[str, str], Client] = {}
    for cell in those:
        who = cell.relation, cell.role
        if who not in come:
            come[who] = there.visitor(*who)
        yield from verdict(come[who], cell, rows)


def verdict(client: Client, cell: Cell, rows: dict[str, Model]) -> Iterator[str]:
    """What is wrong with one cell, if anything: each is undone before the next."""
    door = cell.door
    with transaction.atomic():
        before = changes()
        heard = tried(client, door, foreign(door, rows))
        changed = changes() != before
        transaction.set_rollback(True)
    if heard.status == NO_SUCH_WAY:
        return
    if heard.status >= 500:
        yield f"{cell}: {heard.status}"
    elif cell.exists:
        if heard.status == GONE and door.method == "get" and door.route not in STRICTER:
            yield f"{cell}: it should exist for them"
    elif (heard.status, heard.body) != _of_nothing(client, door):
        yield f"{cell}: {heard.status}, and it should not exist for them"
    elif changed:
        yield f"{cell}: turned away, and something changed"


def _of_nothing(client: Client, door: Door) -> tuple[int, bytes]:
    """What is absent answers this; a dialog that only asks "sure?" opens for everything."""
    with transaction.atomic():
        heard = tried(client, door, absent(door))
        transaction.set_rollback(True)
    return heard.status, heard.body


def changes() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        return cursor.fetchall()


def test_a_row_exists_for_whom_the_table_says(world: World, rows: dict[str, Model]) -> None:
    told = list(wrong(neighbors(world), rows, cells(every_role=False)))

    assert not told, "\n".join(told)


@pytest.mark.soak
def test_in_every_role(world: World, rows: dict[str, Model]) -> None:
    assert list(wrong(neighbors(world), rows, cells(every_role=True))) == []


def test_who_is_nobody_or_no_longer_somebody_gets_in_nowhere(
    world: World, rows: dict[str, Model]
) -> None:
    told = []
    for name, client in outsiders(world).items():
        for door in DOORS:
            status = tried(client, door, foreign(door, rows)).status
            if status not in SHUT:
                told.append(f"{door} by {name}: {status}")

    assert told == []


def test_a_part_does_not_exist_under_anothers_whole(world: World, rows: dict[str, Model]) -> None:
    """Relation ``cross``: even for who may see the part."""
    dora = neighbors(world).visitor("own", "*")
    told = []
    for door in parts():
        with transaction.atomic():
            heard = tried(dora, door, [uuid4(), *foreign(door, rows)[1:]])
            transaction.set_rollback(True)
        if (heard.status, heard.body) != _of_nothing(dora, door):
            told.append(f"{door}: {heard.status}")

    assert told == []


def test_the_matrix_is_as_large_as_it_says() -> None:
    assert len(list(cells(every_role=False))) == len(DOORS) * 3
    assert len(list(cells(every_role=True))) == len(DOORS) * len(RELATIONS) * len(ALL)
    assert len(DOORS) > 200
