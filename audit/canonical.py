"""One way to write a value as bytes, so that a hash of it means something."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256
from typing import Any

import orjson
from django.db.models import Model
from django.utils.functional import Promise

OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS


def dumps(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no white space, UUIDs and times as text."""
    return orjson.dumps(value, default=_plain, option=OPTIONS)


def _plain(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, Decimal | Promise):
        return str(value)
    if isinstance(value, Model):
        return value.pk
    if hasattr(value, "total_seconds"):
        return value.total_seconds()
    raise TypeError(f"{type(value).__name__} has no canonical form")
