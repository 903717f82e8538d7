"""Appending to the ledger. Only writes and reads may import this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any, Final

import orjson
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from audit import images, streams, trips, walls
from audit.actors import Actor
from audit.canonical import dumps
from audit.facts import KINDS, Fact
from audit.models import Entry, Testimony
from audit.refusals import Erased, KeyReused, StillRunning

Telling = tuple[Actor, Fact, str]

UNANSWERED: Final = -1
RETOLD: Final = "what an act answered is answered again, whoever's stream tells it"
APPENDED: Final = "what happened is told in the streams of all whom it concerns"


@dataclass(frozen=True, slots=True)
class Begun:
    """A write that may go ahead, or the facts that it made true the first time."""

    moment: datetime
    already: tuple[Fact, ...] | None = None


def begin(
    write: str,
    actor: Actor,
    subject: Any,
    inputs: dict[str, Any],
    *,
    turn: str | None = None,
    shared: bool = False,
) -> Callable[[], Begun]:
    """Open a transaction's guards in the actor's name; hear later whether it is a repeat.

    Whoever is none waits for their ``turn`` at what they are about to lock.
    """
    key = actor.key if actor.is_person else None
    print_ = _fingerprint([write, subject, inputs]) if key else None
    connection.cursor().execute(*walls.told(walls.place_of(actor)))
    cursor = connection.cursor()
    cursor.execute(
        "SELECT moment, repeated, same, answer FROM audit_begin(%s, %s, %s, %s, %s, %s, %s)",
        [write, actor.member_id, actor.agency_id, key, print_, turn, shared],
    )
    return partial(_begun, cursor)


def _begun(cursor: CursorWrapper) -> Begun:
    moment, repeated, same, answer = cursor.fetchone()
    if not repeated:
        return Begun(moment)
    if not same:
        raise KeyReused
    if answer is None:
        raise StillRunning
    return Begun(moment, _retold(orjson.loads(answer) if isinstance(answer, str) else answer))


def _fingerprint(said: Any) -> bytes:
    """What tells one act from another, also where what was said is about to be refused."""
    try:
        return sha256(dumps(said)).digest()
    except TypeError:
        return sha256(repr(said).encode(errors="backslashreplace")).digest()


def append(
    told: Iterable[Telling], *, key_of: Actor, answered: int = 0, commit: bool = False
) -> None:
    """Write facts at the end of their streams, each chained to the line before it.

    Each comes with who tells it, and the sentence that let them.

    Streams are locked in the order of their names, after every domain row, so
    that two writes cannot wait for each other. ``key_of`` is whose idempotency
    key, if they carry one, this answers: with the first ``answered`` facts, which
    is all that they heard. Who follows the streams is woken once. ``commit`` ends the
    transaction in the same trip: for so long every other write to a stream waits.
    """
    told = list(told)
    touched = any(fact.touches for _by, fact, _why in told)
    with walls.beyond_from_here(APPENDED) if touched else nullcontext():
        lines = _lines(told, answered)
        _append(lines, key_of, commit=commit)
    moved = dict.fromkeys(str(line["stream"]) for line in lines)
    transaction.on_commit(partial(streams.nudge, *moved))


def _append(lines: list[dict[str, Any]], key_of: Actor, *, commit: bool) -> None:
    key = key_of.key if key_of.is_person else None
    with trips.together(), walls.beyond_along(APPENDED), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM audit_append(%s::jsonb, %s, %s)",
            [dumps(lines).decode(), key_of.member_id, key],
        )
        if commit:
            trips.commit()


def turn_away(actor: Actor, *, tried: str, subject: Any, code: str, sentence: str) -> None:
    """Remember a refused attempt in the security log."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_turn_away(%s, %s, %s, %s, %s::jsonb, %s)",
            [code, sentence, tried, str(subject)[:120], dumps(actor.as_said()).decode(),
             actor.agency_id],
        )  # fmt: skip


def _lines(told: Iterable[Telling], answered: int) -> list[dict[str, Any]]:
    """Every fact once for each stream that tells it, in the order in which streams are locked."""
    asked = [
        (stream, place if place < answered else UNANSWERED, telling)
        for place, telling in enumerate(told)
        for stream in telling[1].streams
    ]
    drawn = images.of_all((stream, fact.touches) for stream, _place, (_by, fact, _why) in asked)
    lines = [_line(*one, rows) for one, rows in zip(asked, drawn, strict=True)]
    return sorted(lines, key=lambda line: str(line["stream"]))


def _line(
    stream: str, place: int, telling: Telling, rows: dict[str, images.Row | None]
) -> dict[str, Any]:
    actor, fact, because = telling
    body = {"actor": actor.as_said(), "because": because, "fact": fact.payload()}
    return {
        "stream": stream,
        "place": place,
        "kind": fact.kind,
        "agency": actor.agency_id,
        "member": actor.member_id,
        "body": dumps(body).decode(),
        "images": dumps(rows).decode(),
    }


def _retold(answer: list[tuple[int, str, int]]) -> tuple[Fact, ...]:
    """The facts that an earlier run answered with, each once, in the order in which it told them.

    What followed from them was told to the ledger, and not to whoever acted.
    """
    places = {place: (stream, seq) for place, stream, seq in answer if place != UNANSWERED}
    with walls.beyond(RETOLD):
        return tuple(_told_at(*places[place]) for place in sorted(places))


def _told_at(stream: str, seq: int) -> Fact:
    kind = Entry.objects.values_list("kind", flat=True).get(stream=stream, seq=seq)
    body = Testimony.objects.values_list("body", flat=True).get(stream_key=stream, seq=seq)
    if body is None:
        raise Erased
    return KINDS[kind].retold(orjson.loads(body)["fact"])
