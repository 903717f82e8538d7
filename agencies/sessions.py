"""Sessions in the database, asked for only by keys that could be one of ours.

A cookie says whatever its sender likes. One question to the database finds everybody
who knocks at the same moment, so a key that cannot be asked for would fail them all.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.contrib.sessions.backends.base import VALID_KEY_CHARS, SessionBase
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.http import HttpRequest
from django.utils import timezone

LONGEST = 40
SHORTEST = 8
PROVED: Final = "proved_at"
MEANS: Final = "means"


class SessionStore(InDatabase):
    """Django's own, deaf to keys that it never gave out."""

    def _validate_session_key(self, key: str) -> bool:
        return could_be_ours(key or "")


def could_be_ours(key: str) -> bool:
    return SHORTEST <= len(key) <= LONGEST and set(key) <= set(VALID_KEY_CHARS)


def begin(request: HttpRequest, **_signal: Any) -> None:
    """Whoever signs in has just proved who they are."""
    prove(request.session)


def prove(session: SessionBase) -> None:
    """Remember that whoever is here has proved a moment ago that it is they."""
    session[PROVED] = timezone.now().isoformat()


def proved_at(session: SessionBase) -> datetime | None:
    """When that was."""
    said = session.get(PROVED)
    return datetime.fromisoformat(said) if said else None


def remember_means(session: SessionBase, means: str) -> None:
    """Remember by what whoever is here came in."""
    session[MEANS] = means
