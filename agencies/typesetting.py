"""Text to paper: data into one of our own templates, and never into its markup."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import structlog

from agencies.apart import TookTooLong, run_apart
from audit.canonical import dumps
from audit.refusals import Refusal

log = structlog.get_logger(__name__)

PRINTS: Final = Path(__file__).parent / "prints"
PROGRAM: Final = PRINTS / "typesetter.py"
AGREEMENT: Final = PRINTS / "agreement.typ"
MEMORY: Final = 1 << 30
SECONDS: Final = 10  # of the processor
PATIENCE: Final = 30
THREADS: Final = 2
LONGEST_WORD: Final = 60
WORD: Final = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
BREAK: Final = "\u200b"
# What would turn the reading order about, or is not there to be read, stands as its number.
TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
KEPT: Final = frozenset("\n\t")


class TooLongToPrint(Refusal):
    """It is too long to be put on paper as one file."""


def typeset(template: Path, said: dict[str, Any], at: datetime) -> bytes:
    """A PDF of what is said, drawn by a template of ours; refused where that takes too much."""
    bounds = at.replace(microsecond=0).isoformat(), str(MEMORY), str(SECONDS)
    try:
        given = dumps(plain(said))
        done = run_apart(
            PROGRAM, str(template), *bounds, given=given, seconds=PATIENCE, threads=THREADS
        )
    except TookTooLong as late:
        raise TooLongToPrint from late
    if done.returncode != 0:
        log.warning("not typeset", template=template.name, why=done.stderr.decode()[-500:])
        raise TooLongToPrint
    return done.stdout


def plain(said: Any) -> Any:
    """Every text in it as it can be set: no unseen sign, and no word that is wider than a page."""
    if isinstance(said, str):
        return WORD.sub(lambda found: found[0] + BREAK, "".join(map(_seen, said)))
    if isinstance(said, dict):
        return {name: plain(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return [plain(value) for value in said]
    return said


def paragraphs(text: str) -> list[str]:
    """A text by its lines, without the empty ones."""
    return [line for line in text.splitlines() if line.strip()]


def _seen(letter: str) -> str:
    unseen = unicodedata.category(letter) in {"Cc", "Cs", "Co"} and letter not in KEPT
    return f"⟨U+{ord(letter):04X}⟩" if unseen or letter in TURNING else letter
