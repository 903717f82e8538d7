"""Apps and codes in the hands of the people of the world."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.totp.internal import auth as totp

from agencies import writes
from agencies.details import Password
from audit.actors import Actor

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET, ahead: int = 0) -> str:
    """What an app would show, in this half minute or one of the next."""
    counter = int(time.time()) // 30 + ahead
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def with_app(who: Actor) -> Any:
    """Somebody whose password asks for a code, from the half minute before this one on."""
    return writes.turn_on_app(
        who, who.member_id, secret=Password.of(SECRET), code=code_now(ahead=-1)
    )
