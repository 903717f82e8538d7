"""Agreements in the words that were last sent out, for those who do not write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from agencies.agreement_text import details_sent
from agencies.lifecycle import OPEN
from agencies.models import Agreement, TextVersion
from audit.actors import Actor

WORDS: Final = ("title", "instrument", "tier", "effect", "effective_at", "expires_at")


def as_sent(actor: Actor, rows: Iterable[Agreement]) -> list[Agreement]:
    """The rows, for showing and not for saving.

    While a text is changed, the other parties know it as it was last sent out: what
    its leader only thinks of calling it is the leader's own.
    """
    found = list(rows)
    sent = words_sent(
        row.pk for row in found if row.status in OPEN and row.led_by_id != actor.agency_id
    )
    for row in found:
        for name, said in sent.get(row.pk, {}).items():
            setattr(row, name, said)
    return found


def words_sent(agreements: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """What these called themselves when they were last sent out; nothing of what never was."""
    asked = list(agreements)
    if not asked:
        return {}
    sent: dict[UUID, dict[str, Any]] = {}
    for version in TextVersion.objects.filter(agreement__in=asked).order_by("number"):
        details = details_sent(version)
        sent[version.agreement_id] = {name: getattr(details, name) for name in WORDS}
    return sent
