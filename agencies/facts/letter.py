from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFact(AgencyFact):
    """Base of what became of a letter. What it said stands nowhere in the ledger."""

    letter: UUID
    to: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent(LetterFact, kind="agencies.letter_sent"):
    """A letter left by e-mail."""

    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDelayed(LetterFact, kind="agencies.letter_delayed"):
    """A letter could not be sent now, and is tried again later."""

    trouble: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParked(LetterFact, kind="agencies.letter_parked"):
    """A letter could not be sent, and is tried no more until somebody says so."""

    trouble: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTriedAgain(LetterFact, kind="agencies.letter_tried_again"):
    """A letter that was given up is to be tried again."""
