"""The security log: who was turned away, and how often; and what auditors must look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from audit.actors import Actor
from audit.canonical import dumps
from audit.models import Alarm, Bookmark, Checkpoint, Stream, Turned
from audit.verification import READER

PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One attempt that was turned away. It has no number: that would count other agencies' too."""

    at: datetime
    code: str
    sentence: str
    tried: str
    actor: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamState:
    """How far a stream's chain has been checked."""

    stream: str
    head: int
    verified: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerState:
    """Where the ledger stands, and what is wrong with it, if anything is."""

    checkpoint: int | None
    checkpoint_at: datetime | None
    checkpoint_hash: str
    streams: tuple[StreamState, ...]
    alarms: tuple[tuple[datetime, str], ...]


def turn_away(actor: Actor, *, tried: str, subject: str, code: str, sentence: str) -> None:
    """Remember an attempt that no write and no read would have seen, such as a wrong password."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_turn_away(%s, %s, %s, %s, %s::jsonb, %s)",
            [code, sentence, tried, subject[:120], dumps(actor.as_said()).decode(),
             actor.agency_id],
        )  # fmt: skip


def one_at_a_time(subject: str) -> None:
    """Let nobody else try this until the transaction ends, so that attempts are counted right."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [subject])


def moments(*, tried: str, subject: str, code: str, since: datetime) -> list[datetime]:
    """When this was tried in vain since a moment, newest first."""
    found = Turned.objects.filter(tried=tried, subject=subject, code=code, at__gt=since)
    return list(found.order_by("-at").values_list("at", flat=True)[:PAGE])


def moments_of(
    *, tried: str, subjects: Iterable[str], code: str, since: datetime
) -> dict[str, list[datetime]]:
    """The same of many at once; who tried nothing in vain is missing."""
    found: dict[str, list[datetime]] = {}
    rows = Turned.objects.filter(tried=tried, subject__in=subjects, code=code, at__gt=since)
    for subject, at in rows.order_by("-at").values_list("subject", "at"):
        found.setdefault(subject, []).append(at)
    return found


def refused(agency: UUID, *, before: datetime | None = None, code: str = "") -> list[Refused]:
    """Whom of an agency's people, or in their name, was turned away, newest first."""
    found = Turned.objects.filter(agency_id=agency)
    if before is not None:
        found = found.filter(at__lt=before)
    if code:
        found = found.filter(code=code)
    return [
        Refused(
            at=row.at,
            code=row.code,
            sentence=row.sentence,
            tried=row.tried,
            actor=row.actor,
        )
        for row in found[:PAGE]
    ]


def ledger_state(*streams: str) -> LedgerState:
    """Where these streams stand, the last checkpoint, and every alarm about them."""
    last = Checkpoint.objects.order_by("-id").first()
    verified = dict(
        Bookmark.objects.filter(follower=READER, stream_key__in=streams).values_list(
            "stream_key", "seq"
        )
    )
    heads = Stream.objects.filter(key__in=streams).order_by("key").values_list("key", "head_seq")
    alarms = Alarm.objects.filter(stream_key__in=streams).order_by("-id")
    return LedgerState(
        checkpoint=last.pk if last else None,
        checkpoint_at=last.at if last else None,
        checkpoint_hash=bytes(last.hash).hex() if last else "",
        streams=tuple(
            StreamState(stream=key, head=head, verified=verified.get(key, 0)) for key, head in heads
        ),
        alarms=tuple(alarms.values_list("at", "sentence")),
    )
