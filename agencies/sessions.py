"""Sessions in the database, asked for only by keys that could be one of ours.

A cookie says whatever its sender likes. One question to the database finds everybody
who knocks at the same moment, so a key that cannot be asked for would fail them all.
"""

from __future__ import annotations

from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.backends.db import SessionStore as InDatabase

LONGEST = 40
SHORTEST = 8


class SessionStore(InDatabase):
    """Django's own, deaf to keys that it never gave out."""

    def _validate_session_key(self, key: str) -> bool:
        return could_be_ours(key or "")


def could_be_ours(key: str) -> bool:
    return SHORTEST <= len(key) <= LONGEST and set(key) <= set(VALID_KEY_CHARS)
