"""The shape of an agreement's whole text, and the hash of it that is signed.

Every word and every coded term that decides anything is in here, so that a
signature over the hash covers all of it (RULE-MOU-02). Agencies stand by their
code, which never changes, and not by their name, which may.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from agencies.details import AgreementDetails
from agencies.models import ClauseKind
from agencies.terms import Terms, coded
from audit.canonical import dumps

# Of a text without sections and attachments the hash is as it was before there were any, so
# that what was signed then still hashes as it did.
FORMAT = 1
FORMAT_WITH_MORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyText:
    """A party, and who signs for it. One that joins is no part of the text that it joins."""

    id: UUID
    agency: UUID
    code: str
    name: str
    signatory_title: str
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseText:
    """A clause in words and in coded form."""

    id: UUID
    number: str
    kind: ClauseKind
    heading: str
    text: str
    giver: PartyText | None
    receiver: PartyText | None
    terms: Terms
    survives: bool = False
    replaces: str = ""

    @property
    def hash(self) -> str:
        """What counsel checks: the words, whom they bind, and their coded form."""
        return sha256(dumps(_canonical_clause(self))).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """Text that nothing is coded from. Which elements it speaks to is no part of the words."""

    id: UUID
    number: str
    heading: str
    text: str
    elements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentText:
    """A file that belongs to the text, which its hash stands for."""

    id: UUID
    kind: str
    title: str
    size: int
    pages: int
    file_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedText:
    """Which agreement an amendment amends, by its sealed text, and what it strikes out of it."""

    number: int
    title: str
    text_hash: str
    strikes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedText:
    """Which agreement a renewal follows, by its sealed text."""

    title: str
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A clause that an amendment takes out of its agreement, and which it puts in its place."""

    clause: ClauseText
    put: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementText:
    """An agreement as it stands now, or as it was sent out in one of its versions.

    ``undone`` are the words that an amendment changes: they were signed, and are
    in its own hash by the hash of the text that they stand in.
    """

    details: AgreementDetails
    led_by: str
    parties: tuple[PartyText, ...]
    clauses: tuple[ClauseText, ...]
    amended: AmendedText | None
    undone: tuple[Undone, ...] = ()
    follows: FollowedText | None = None
    sections: tuple[SectionText, ...] = ()
    attachments: tuple[AttachmentText, ...] = ()

    @property
    def strikes(self) -> tuple[str, ...]:
        """The numbers of the clauses that it strikes out of the agreement that it amends."""
        return self.amended.strikes if self.amended else ()

    @property
    def canonical(self) -> dict[str, Any]:
        """All of it that decides anything, in the form that is hashed."""
        return _canonical(self)

    @property
    def hash(self) -> str:
        """What a signatory signs."""
        return sha256(dumps(self.canonical)).hexdigest()


# What these say unless something else is said. Left out of the hash then, so that a text
# that was signed before they could be said still hashes as it did.
UNLESS_SAID: Final = {
    "quorum": None, "min_parties": 2, "notice_days": 30, "renews_months": 0, "joinable": False,
}  # fmt: skip


def _canonical(text: AgreementText) -> dict[str, Any]:
    said = text.details
    more = {name: getattr(said, name) for name in UNLESS_SAID}
    return {
        "format": FORMAT_WITH_MORE if text.sections or text.attachments else FORMAT,
        "title": said.title,
        "instrument": said.instrument,
        "tier": said.tier,
        "led_by": text.led_by,
        "purpose": said.purpose,
        "scope": said.scope,
        "effective_at": said.effective_at.astimezone(UTC),
        "expires_at": said.expires_at and said.expires_at.astimezone(UTC),
        "effect": said.effect,
        **{name: value for name, value in more.items() if value != UNLESS_SAID[name]},
        **({"amends": asdict(text.amended)} if text.amended else {}),
        **({"follows": asdict(text.follows)} if text.follows else {}),
        "parties": sorted(
            (party.code, party.signatory_title, party.authority) for party in text.parties
        ),
        "clauses": [_canonical_clause(clause) for clause in text.clauses],
        **_more(text),
    }


def _more(text: AgreementText) -> dict[str, Any]:
    """What later texts have besides; left out where there is none."""
    more = {
        "sections": [_canonical_section(one) for one in text.sections],
        "attachments": sorted((one.kind, one.title, one.file_hash) for one in text.attachments),
    }
    return {name: said for name, said in more.items() if said}


def _canonical_section(section: SectionText) -> dict[str, Any]:
    return {"number": section.number, "heading": section.heading, "text": section.text}


def _canonical_clause(clause: ClauseText) -> dict[str, Any]:
    return {
        "number": clause.number,
        "kind": clause.kind,
        "heading": clause.heading,
        "text": clause.text,
        "giver": clause.giver and clause.giver.code,
        "receiver": clause.receiver and clause.receiver.code,
        "terms": coded(clause.terms),
        **({"survives": True} if clause.survives else {}),
        **({"replaces": clause.replaces} if clause.replaces else {}),
    }
