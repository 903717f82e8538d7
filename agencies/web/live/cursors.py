"""Cursors: where a client left off, sealed, so that nobody can count what they may not see.

The terms under which it was shown what it has are sealed in too: under others, the rows
that it keeps must be drawn again.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from agencies.reads.frames import View

NONCE_BYTES = 12
SEQ_BYTES = 8


def seal(view: View, seq: int, terms: bytes = b"") -> str:
    """A line number that only this view's own clients can hand back, and nobody can read."""
    nonce = os.urandom(NONCE_BYTES)
    shut = _boxes()[0].encrypt(nonce, seq.to_bytes(SEQ_BYTES) + terms, _whose(view))
    return urlsafe_b64encode(nonce + shut).decode()


def unseal(view: View, cursor: str) -> tuple[int, bytes]:
    """The line after which to go on, and the terms until there.

    0, everything, for a cursor that is not ours.
    """
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii"))
    except ValueError:
        return 0, b""
    for box in _boxes():
        try:
            said = box.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _whose(view))
        except (InvalidTag, ValueError):
            continue
        return int.from_bytes(said[:SEQ_BYTES]), said[SEQ_BYTES:]
    return 0, b""


def _whose(view: View) -> bytes:
    return f"{view.stream} {view.agency}".encode()


@cache
def _boxes() -> tuple[AESGCM, ...]:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(AESGCM(sha256(f"cursor {key}".encode()).digest()) for key in keys)
