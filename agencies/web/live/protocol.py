"""What goes over a live socket.

The client says where it left off: ``{"cursor": "…"}`` or ``{}``. The server
answers with frames ``{"cursor", "at", "rows"}`` (``reset`` when it starts from
nothing) and, in between, with heartbeats ``{"beat": …}``.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import orjson

from agencies.admission import Standing
from agencies.knocks import Locked
from agencies.reads.frames import Drawn
from agencies.web.live import cursors
from audit.actors import Actor
from audit.canonical import dumps

BAD_FRAME: Final = 4400
SESSION_ENDED: Final = 4401
ACCESS_ENDED: Final = 4403
GONE: Final = 4404
LOCKED: Final = 4423
TOO_MANY: Final = 4429
RESTART: Final = 1012
BUSY: Final = 1013

LONGEST_MESSAGE: Final = 4096
BEAT_SECONDS: Final = 15.0


class BadFrame(ValueError):
    """The client sent something that is not the one message it may send."""


def cursor_in(text: str | None, binary: bytes | None) -> str:
    """The cursor in a client's message; empty when it has none."""
    if binary is not None or text is None or len(text) > LONGEST_MESSAGE:
        raise BadFrame
    try:
        said = orjson.loads(text)
    except orjson.JSONDecodeError as wrong:
        raise BadFrame from wrong
    if not isinstance(said, dict) or set(said) - {"cursor"}:
        raise BadFrame
    cursor = said.get("cursor") or ""
    if not isinstance(cursor, str):
        raise BadFrame
    return cursor


def frame(drawn: Drawn, head: int, at: str) -> str:
    """One frame, as text: encoded once and handed to everybody of the view."""
    said: dict[str, object] = {
        "cursor": cursors.seal(drawn.want.view, head, drawn.terms),
        "at": at,
        "rows": drawn.rows,
    }
    if drawn.whole:
        said["reset"] = True
    return dumps(said).decode()


def ended(actor: Actor, begun: Standing | None, now: Standing | None) -> int:
    """The code to close with when somebody is not any more who they were; 0 while they are.

    Who keeps some of their seats comes again at once, with those; so does whoever was
    cleared for something, or is no more.
    """
    if now is None or begun is None:
        return ACCESS_ENDED
    if now.sessions != begun.sessions:
        return SESSION_ENDED
    if actor.seats <= now.seats and actor.clearances == now.clearances:
        return 0
    return RESTART if now.seats else ACCESS_ENDED


def turned_away(shown: Actor | Locked | None) -> int:
    """The code to close with when somebody is not let in."""
    return LOCKED if isinstance(shown, Locked) else SESSION_ENDED


def beat() -> str:
    """A sign of life, with the server's time."""
    return dumps({"beat": datetime.now(UTC).isoformat()}).decode()
