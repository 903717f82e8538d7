"""Devices on which an account has signed in before. A cookie says so; nobody else can make it."""

from __future__ import annotations

import secrets
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from agencies.reads.entrance import mark_of

COOKIE: Final = "__Host-muster-device" if settings.HTTPS else "muster-device"
SALT: Final = "agencies.device"
KEPT_SECONDS: Final = 180 * 24 * 60 * 60
MOST_ACCOUNTS: Final = 20  # of a dispatch desk that many share


def known_for(request: HttpRequest, account: UUID) -> str:
    """This device's name, if this account has signed in on it before; else nothing."""
    device, accounts = _read(request)
    return device if mark_of(str(account)) in accounts else ""


def mark_of_this(request: HttpRequest) -> str:
    """What is kept of this device's name; nothing where it has none yet."""
    device, _accounts = _read(request)
    return mark_of(device) if device else ""


def remember(request: HttpRequest, response: HttpResponse, account: UUID) -> str:
    """From now on the account has signed in on this device. Returns the device's mark."""
    device, accounts = _read(request)
    device = device or secrets.token_hex(16)
    mark = mark_of(str(account))
    kept = [*(one for one in accounts if one != mark), mark][-MOST_ACCOUNTS:]
    response.set_cookie(
        COOKIE,
        signing.dumps([device, kept], salt=SALT),
        max_age=KEPT_SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return mark_of(device)


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        device, accounts = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT_SECONDS
        )
    except signing.BadSignature:
        return "", []
    return device, accounts
