"""Doors that name no row: lists, searches and files show nobody a row that is not for them (P11).

`test_every_door` tries addresses with an id. What is listed, searched or exported at the others
must hold no id of a row of Harbor County Fire that `tests/doors/table.py` does not give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.conformance.test_absent_is_as_foreign import KNOWN_TO_ALL, ROWS
from tests.doors.people import neighbors
from tests.doors.table import EXISTS, RELATIONS
from tests.doors.walls_apart import policies_alone
from tests.stage import set_up
from tests.world import World

EVERY_SEAT: Final = "*"
# Doors of libraries and of the installation, where no agency's rows are.
NOT_OURS: Final = ("admin/", "static/", "accounts/")


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, here)
        elif isinstance(pattern, URLPattern) and not set("<^(") & set(here):
            yield "/" + here


LISTS: Final = sorted({one for one in routes(get_resolver()) if not one[1:].startswith(NOT_OURS)})


def hidden_from(relation: str, rows: dict[str, Model]) -> dict[bytes, str]:
    """Ids of rows that exist for nobody of this agency, by what they are."""
    place = RELATIONS.index(relation)
    return {
        str(rows[ROWS[sort]].pk).encode(): sort
        for sort, where in EXISTS.items()
        if not where[place] and sort not in KNOWN_TO_ALL
    }


def shown(client: Client, route: str) -> tuple[int, bytes]:
    """What one sees there; files are asked for by POST."""
    with transaction.atomic():
        answer = client.get(route)
        if answer.status_code == 405:
            answer = client.post(route)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer.status_code, body


def leaks(world: World) -> Iterator[str]:
    rows, there = set_up(world), neighbors(world)
    for relation in RELATIONS[1:]:
        client, hidden = there.visitor(relation, EVERY_SEAT), hidden_from(relation, rows)
        for route in LISTS:
            status, body = shown(client, route)
            if status == 500:
                yield f"{route} at {relation}: {status}"
            yield from (
                f"{route} at {relation}: shows one of {sort}"
                for pk, sort in hidden.items()
                if pk in body
            )


def test_nobody_is_listed_what_does_not_exist_for_them(world: World) -> None:
    assert list(leaks(world)) == []


def test_rules_alone_list_nothing_of_others(unwalled: World) -> None:
    assert list(leaks(unwalled)) == []


def test_policies_alone_list_nothing_of_others(world: World) -> None:
    with policies_alone():
        assert list(leaks(world)) == []


def test_harbor_is_listed_its_own(world: World) -> None:
    """So that the tests above do not look for ids where none are shown."""
    rows = set_up(world)
    dora = neighbors(world).visitor("own", EVERY_SEAT)
    pks = [str(row.pk).encode() for row in rows.values()]

    with_rows = [route for route in LISTS if any(pk in shown(dora, route)[1] for pk in pks)]

    assert len(with_rows) >= 10


def test_there_are_as_many_cells_as_we_say() -> None:
    assert len(LISTS) * (len(RELATIONS) - 1) >= 200
