"""Whether the device at which somebody is signed in is locked (CJIS AC-11, decision 16).

The server decides, from when somebody last touched the device: nothing must run for it to
lock, and nothing that a page does by itself keeps it open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.http import HttpRequest

from audit import walls

SITTING: Final = "sitting"
LOCKS_AFTER: Final = timedelta(minutes=30)
KNOWN: Final = "whether a device is exempt is found before it is known who asks"

# Of the sitting ``t`` of somebody whose account belongs to an agency.
EXEMPT: Final = """EXISTS (SELECT FROM agencies_exemption x
    WHERE x.device = t.device AND x.agency_id = {agency}
    AND x.granted_at IS NOT NULL AND x.ended_at IS NULL)"""
OPEN: Final = """t.locked_at IS NULL
    AND (t.active_at > statement_timestamp() - interval '30 minutes' OR {exempt})"""
# For who is admitted: ``a`` is their account, ``sitting`` what their session says.
OPEN_HERE: Final = f"""EXISTS (SELECT FROM agencies_sitting t WHERE t.id = %(sitting)s
    AND {OPEN.format(exempt=EXEMPT.format(agency="a.agency_id"))})"""

_OF_ACCOUNT: Final = "(SELECT a.agency_id FROM agencies_account a WHERE a.id = %(account)s)"
_EXEMPT: Final = EXEMPT.format(agency=_OF_ACCOUNT)
STATE: Final = f"""
    SELECT {OPEN.format(exempt=_EXEMPT)}, {_EXEMPT},
        coalesce(t.locked_at, t.active_at + interval '30 minutes')
    FROM agencies_sitting t WHERE t.id = %(sitting)s
"""
TOUCH: Final = f"""
    UPDATE agencies_sitting t SET active_at = statement_timestamp()
    WHERE t.id = %(sitting)s AND {OPEN.format(exempt=_EXEMPT)}
"""
OPEN_OF: Final = f"""
    SELECT t.id FROM agencies_sitting t
    JOIN unnest(%(sittings)s::uuid[], %(accounts)s::uuid[]) AS asked (sitting, account)
        ON asked.sitting = t.id
    JOIN agencies_account a ON a.id = asked.account
    WHERE {OPEN.format(exempt=EXEMPT.format(agency="a.agency_id"))}
"""
SIT: Final = """
    INSERT INTO agencies_sitting (id, device, begun_at, active_at)
    VALUES (%s, %s, statement_timestamp(), statement_timestamp())
    ON CONFLICT (id) DO UPDATE SET device = excluded.device, begun_at = excluded.begun_at,
        active_at = excluded.active_at, locked_at = NULL
"""
# No session is older than twelve hours.
OVER: Final = """
    DELETE FROM django_session WHERE session_key IN (
        SELECT session_key FROM django_session WHERE expire_date < statement_timestamp()
        LIMIT 100 FOR UPDATE SKIP LOCKED)
"""
FORGET: Final = """
    DELETE FROM agencies_sitting WHERE id IN (
        SELECT id FROM agencies_sitting
        WHERE begun_at < statement_timestamp() - interval '13 hours'
        LIMIT 100 FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True, slots=True)
class Lock:
    """How it stands with a device: locked, or when it will be if nobody touches it."""

    locked: bool
    exempt: bool = False
    at: datetime | None = None


def sitting_of(session: Mapping[str, Any] | SessionBase) -> UUID | None:
    """At which device a session is; a session from before there were locks is at none."""
    said = session.get(SITTING)
    return UUID(said) if said else None


def begin(request: HttpRequest, **_signal: Any) -> None:
    """Whoever signs in has just touched the device."""
    sit(request.session)


def sit(session: SessionBase, device: str = "") -> None:
    """Begin, or go on once it is unlocked, at a device that is known by its mark."""
    sitting = sitting_of(session) or uuid4()
    with connection.cursor() as cursor:
        cursor.execute(FORGET)
        cursor.execute(OVER)
        cursor.execute(SIT, [sitting, device])
    session[SITTING] = str(sitting)


def lock_of(session: SessionBase) -> Lock:
    """How it stands with the device of this session."""
    with walls.beyond(KNOWN), connection.cursor() as cursor:
        cursor.execute(STATE, _asked(session))
        found = cursor.fetchone()
    if found is None:
        return Lock(locked=True)
    is_open, exempt, at = found
    return Lock(locked=not is_open, exempt=exempt, at=None if exempt and is_open else at)


def touch(session: SessionBase) -> None:
    """Somebody is there. A device that is locked stays so."""
    with walls.beyond(KNOWN), connection.cursor() as cursor:
        cursor.execute(TOUCH, _asked(session))


def lock(session: SessionBase) -> None:
    """Lock the device now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE agencies_sitting SET locked_at = statement_timestamp()"
            " WHERE id = %s AND locked_at IS NULL",
            [sitting_of(session)],
        )


def open_of(sittings: Mapping[UUID, UUID]) -> set[UUID]:
    """Which of these sittings, of these accounts, are at devices that are not locked."""
    if not sittings:
        return set()
    asked = {"sittings": list(sittings), "accounts": list(sittings.values())}
    with walls.beyond(KNOWN), connection.cursor() as cursor:
        cursor.execute(OPEN_OF, asked)
        return {found for (found,) in cursor.fetchall()}


def _asked(session: SessionBase) -> dict[str, Any]:
    return {"sitting": sitting_of(session), "account": session.get(SESSION_KEY)}
