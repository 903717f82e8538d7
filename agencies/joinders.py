"""What a late party signs: what the others signed, as it was amended since (RULE-MOU-05)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256

from agencies.amended import signed_amendments
from agencies.models import Party
from audit.canonical import dumps

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinderText:
    """To which documents somebody is added, who signs for them, and from when it counts."""

    text_hash: str
    amendments: tuple[str, ...]
    agency: str
    signatory_title: str
    authority: str
    counts_from: datetime | None

    @property
    def hash(self) -> str:
        """What a late party's signatory signs."""
        return sha256(dumps({"joinder": FORMAT, **asdict(self)})).hexdigest()


def joinder_of(party: Party) -> JoinderText:
    """The joinder that this party is asked to sign, as it stands now."""
    agreement = party.agreement
    return JoinderText(
        text_hash=agreement.text_hash,
        amendments=tuple(signed_amendments(agreement).values_list("text_hash", flat=True)),
        agency=party.agency.code,
        signatory_title=party.signatory_title,
        authority=party.authority,
        counts_from=party.joins_at and party.joins_at.astimezone(UTC),
    )
