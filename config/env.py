"""Reading the environment, with a sentence for every way it can be wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def text(name: str, default: str | None = None) -> str:
    """A setting, or the contents of the file that ``NAME_FILE`` names (a mounted secret)."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as wrong:
            raise ImproperlyConfigured(f"{name}_FILE names {path}: {wrong.strerror}.") from wrong
    found = os.environ.get(name, default)
    if found is None:
        raise ImproperlyConfigured(f"{name} is not set. `make run` sets it; production must.")
    return found


def flag(name: str, default: bool) -> bool:
    found = text(name, str(default)).lower()
    if found not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {found!r}; say true or false.")
    return found in TRUE


def number(name: str, default: int) -> int:
    found = text(name, str(default))
    if not found.isdecimal():
        raise ImproperlyConfigured(f"{name} is {found!r}; it takes a whole number.")
    return int(found)


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word for word in (part.strip() for part in text(name, default).split(",")) if word]


def database(url: str, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for ``postgresql://user:password@host:port/name?option=value``."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"{name} must look like postgresql://user:password@host/database."
        )
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }


def mail(url: str) -> dict[str, Any]:
    """Django's settings for ``smtp://user:password@host:port`` and its kin; none for nothing.

    ``smtp+tls`` begins in the clear and asks for TLS, ``smtps`` is TLS from the first byte, and
    ``file:///a/folder`` keeps letters as files that nobody is sent.
    """
    if not url:
        return {"LEAVES_BY": ""}
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path.strip("/") and not parts.netloc:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {
            "LEAVES_BY": "file",
            "EMAIL_BACKEND": backend,
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme not in {"smtp", "smtp+tls", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@host:587, smtps://…, smtp://… or"
            " file:///folder."
        )
    return {
        "LEAVES_BY": "smtp",
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": unquote(parts.hostname),
        "EMAIL_PORT": _port_of(parts) or {"smtp": 25, "smtp+tls": 587, "smtps": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def _port_of(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError as wrong:
        raise ImproperlyConfigured(f"EMAIL_URL: {wrong}.") from wrong
