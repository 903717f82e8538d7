"""Sessions in the database, asked for only by keys that could be one of ours.

A cookie says whatever its sender likes. One question to the database finds everybody
who knocks at the same moment, so a key that cannot be asked for would fail them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, SessionBase
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.http import HttpRequest
from django.utils import timezone

from agencies.means import Means

LONGEST = 40
SHORTEST = 8
PROVED: Final = "proved_at"
OWES: Final = "owes_second_factor"
SHOWN: Final = "shown_elsewhere"


class SessionStore(InDatabase):
    """Django's own, deaf to keys that it never gave out."""

    def _validate_session_key(self, key: str) -> bool:
        return could_be_ours(key or "")


def could_be_ours(key: str) -> bool:
    return SHORTEST <= len(key) <= LONGEST and set(key) <= set(VALID_KEY_CHARS)


def begin(request: HttpRequest, **_signal: Any) -> None:
    """Whoever signs in has just proved who they are."""
    prove(request.session)
    # Twelve hours from here, whatever is written into the session meanwhile (IA-5).
    request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))


def prove(session: SessionBase) -> None:
    """Remember that whoever is here has proved a moment ago that it is they."""
    session[PROVED] = timezone.now().isoformat()
    session.pop(SHOWN, None)


def show_elsewhere(session: SessionBase, *, strong: bool) -> None:
    """Their agency's provider was asked anew, a moment ago, and says that it is they."""
    session[SHOWN] = [timezone.now().isoformat(), strong]


def shown_elsewhere(session: SessionBase, since: datetime) -> Means | None:
    """By what they have shown it there, if that was since a moment and is not used up."""
    at, strong = session.get(SHOWN, ("", False))
    if not at or datetime.fromisoformat(at) < since:
        return None
    return Means.SINGLE_SIGN_ON if strong else Means.SIGN_ON_ALONE


def proved_elsewhere(session: SessionBase, at: datetime | None) -> None:
    """Who was let in by a provider proved it when they last proved it there, and not by coming."""
    session[PROVED] = at.isoformat() if at else None


def proved_at(session: SessionBase) -> datetime | None:
    """When that was."""
    said = session.get(PROVED)
    return datetime.fromisoformat(said) if said else None


def owe_second_factor(session: SessionBase) -> None:
    """Whoever is here has shown a password alone, where their agency asks for more."""
    session[OWES] = True


def owes_second_factor(session: Mapping[str, Any] | SessionBase) -> bool:
    return bool(session.get(OWES))


def has_second_factor(session: SessionBase) -> None:
    """They have added it: everything is open to them now."""
    session.pop(OWES, None)
