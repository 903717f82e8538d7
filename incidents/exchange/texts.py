"""Text from outside, made safe to show and to compare."""

import re
import unicodedata
from typing import Final

# Overrides and isolates can make a unit name or a number read backwards on a screen.
_TURNS_TEXT: Final = "\u202a-\u202e\u2066-\u2069"
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_MARKED: Final = re.compile(f"[{_CONTROLS}{_TURNS_TEXT}\ufeff\u2028\u2029]")
_UNSEEN: Final = re.compile(
    f"[{_CONTROLS}{_TURNS_TEXT}\t\n\r\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028\u2029"
    "\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_BEYOND_LATIN: Final = re.compile("[^\x00-\u02ff]{31,}")
_LONGEST_STACK: Final = 30


def stacks_marks(text: str) -> bool:
    """Whether more combining marks follow each other than any script needs.

    Unicode's stream-safe format allows 30; normalizing takes time quadratic in
    the length of such a run, so it is looked for before.
    """
    return not text.isascii() and any(
        _longest_stack(run[0]) > _LONGEST_STACK for run in _BEYOND_LATIN.finditer(text)
    )


def _longest_stack(text: str) -> int:
    longest = current = 0
    for character in text:
        current = current + 1 if unicodedata.combining(character) else 0
        longest = max(longest, current)
    return longest


def shown(text: str) -> str:
    """Free text in NFC, with characters that nobody sees written out as ``[U+202E]``."""
    return _MARKED.sub(_written_out, unicodedata.normalize("NFC", text)).strip()


def unseen(text: str) -> str:
    """The first invisible character of an identifier, written as ``U+202E``; empty if none."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def quoted(text: str, longest: int = 60) -> str:
    """A piece of the message, short and visible, to stand in a sentence about it."""
    written = _UNSEEN.sub(_written_out, text[: longest + 1])
    return f'"{written[:longest]}…"' if len(text) > longest else f'"{written}"'


def listed(names: list[str]) -> str:
    return ", ".join(names)


def _written_out(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
