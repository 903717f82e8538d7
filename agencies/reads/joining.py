"""What a late party is asked to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.joinders import joinder_of
from agencies.models import Agreement, Party
from agencies.reads.signatories import PartyEntry, ours_among


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinderEntry:
    """To what the reader's agency would be added, from when, and the hash that is signed."""

    party: UUID
    hash: str
    text_hash: str
    amendments: tuple[str, ...]
    counts_from: datetime | None


def joinder_entry(
    row: Agreement, parties: Sequence[PartyEntry], agency: UUID | None
) -> JoinderEntry | None:
    """The joinder that waits for this agency's signature, if one does."""
    ours = ours_among(parties, agency)
    if ours is None or ours.standing != "invited":
        return None
    text = joinder_of(Party.objects.select_related("agency", "agreement").get(pk=ours.id))
    return JoinderEntry(
        party=ours.id,
        hash=text.hash,
        text_hash=text.text_hash,
        amendments=text.amendments,
        counts_from=text.counts_from,
    )
