"""What is kept for a browser that nobody has signed in with yet: by itself, sealed, for minutes.

Were it a session, whoever asks often enough would fill the table of sessions with rows.
"""

from __future__ import annotations

import json
from typing import Any, Final

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from agencies.ciphers import cipher

BEFORE: Final = "__Host-muster-" if settings.HTTPS else "muster-"
SECONDS: Final = 600
SALT: Final = "agencies.kept"


def keep(response: HttpResponse, name: str, said: Any) -> None:
    """Give the browser something to bring back, which it cannot read or change."""
    response.set_cookie(
        BEFORE + name,
        cipher(SALT, name).encrypt(json.dumps(said).encode()).decode(),
        max_age=SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def kept(request: HttpRequest, name: str) -> Any:
    """What this browser brings back, if it was given it within the last minutes."""
    try:
        said = cipher(SALT, name).decrypt(request.COOKIES.get(BEFORE + name, ""), ttl=SECONDS)
    except (InvalidToken, UnicodeError):
        return None
    return json.loads(said)


def drop(response: HttpResponse, name: str) -> None:
    response.delete_cookie(BEFORE + name, samesite="Lax")
