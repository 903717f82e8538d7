"""Agreements in the words that were last sent out, for those who do not write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from agencies.agreement_text import AgreementText, details_sent, text_of, text_of_version
from agencies.lifecycle import AS_SENT
from agencies.models import Agreement, TextVersion
from agencies.progress import latest_version
from audit.actors import Actor

WORDS: Final = ("title", "instrument", "tier", "effect", "effective_at", "expires_at")


def as_sent(actor: Actor, rows: Iterable[Agreement]) -> list[Agreement]:
    """The rows, for showing and not for saving.

    While a text is changed, the other parties know it as it was last sent out: what
    its leader only thinks of calling it, and whom of asking, is the leader's own.
    """
    found = list(rows)
    sent = last_sent(
        row.pk for row in found if row.status in AS_SENT and row.led_by_id != actor.agency_id
    )
    for row in found:
        if row.pk in sent:
            row.counted = len(sent[row.pk].parties)  # type: ignore[attr-defined]
            for name, said in words_of(sent[row.pk]).items():
                setattr(row, name, said)
    return found


def last_sent(agreements: Iterable[UUID]) -> dict[UUID, TextVersion]:
    """The version of each that was sent out last; nothing of what never was."""
    asked = list(agreements)
    if not asked:
        return {}
    rows = TextVersion.objects.filter(agreement__in=asked).order_by("number")
    return {version.agreement_id: version for version in rows}


def words_of(version: TextVersion) -> dict[str, Any]:
    """What an agreement called itself in a version."""
    details = details_sent(version)
    return {name: getattr(details, name) for name in WORDS}


def shown_text(actor: Actor, row: Agreement) -> AgreementText:
    """The text; while it is being changed, to the other parties the one that was sent out."""
    if row.status in AS_SENT and row.led_by_id != actor.agency_id:
        version = latest_version(row)
        if version is not None:
            return text_of_version(version)
    return text_of(row)
