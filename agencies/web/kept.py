"""What is kept for a browser that nobody has signed in with yet: by itself, sealed, for minutes.

Were it a session, whoever asks often enough would fill the table of sessions with rows.
"""

from __future__ import annotations

import json
import time
from typing import Any, Final

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from agencies.ciphers import sealed, unsealed

BEFORE: Final = "__Host-muster-" if settings.HTTPS else "muster-"
SECONDS: Final = 600
SALT: Final = "agencies.kept"


def keep(response: HttpResponse, name: str, said: Any) -> None:
    """Give the browser something to bring back, which it cannot read or change."""
    response.set_cookie(
        BEFORE + name,
        sealed(json.dumps([time.time(), said]), SALT, name),
        max_age=SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def kept(request: HttpRequest, name: str) -> Any:
    """What this browser brings back, if it was given it within the last minutes."""
    try:
        at, said = json.loads(unsealed(request.COOKIES.get(BEFORE + name, ""), SALT, name))
    except (InvalidToken, UnicodeError):
        return None
    return said if time.time() - at < SECONDS else None


def drop(response: HttpResponse, name: str) -> None:
    response.delete_cookie(BEFORE + name, samesite="Lax")
