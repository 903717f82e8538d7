"""What forms need to be sent safely."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from audit.web.doors import DOORS

register = template.Library()


@register.simple_tag
def idempotency_key() -> SafeString:
    """A hidden field that makes pressing a button twice the same as pressing it once."""
    return format_html('<input type="hidden" name="idempotency_key" value="{}">', uuid.uuid4())


@register.filter
def by_sort(rows: Iterable[str]) -> str:
    """Row keys, counted by what they are: ``7 deployments, 1 note``. The export names each."""
    found = Counter(row.partition(":")[0].replace("_", " ") for row in rows)
    return ", ".join(f"{count} {sort}{'s' * (count > 1)}" for sort, count in sorted(found.items()))


@register.filter
def by_door(via: str) -> str:
    """Through which door somebody came, in words."""
    return str(DOORS.get(via, via))


@register.filter
def in_plain(name: str) -> str:
    """The name of a field or of a refusal, without the marks that only programs need."""
    return name.replace("_", " ")


@register.filter
def listed(said: object) -> object:
    """A value out of the ledger; several, one after the other."""
    return ", ".join(map(str, said)) if isinstance(said, list | tuple) else said


@register.filter
def deed(tried: str) -> str:
    """What somebody tried, by the last word of its name: ``suspend member``."""
    return in_plain(tried.rpartition(".")[2])
