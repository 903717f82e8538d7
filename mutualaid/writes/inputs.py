"""What people say, made sure of before anything is changed.

The doors look at the shape of what comes in; other code calls writes too, and
what the database cannot keep must be a sentence to somebody and never an error.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from audit.refusals import Refusal

LONGEST_REASON = 200


class ReasonMissing(Refusal):
    """Say why."""


class TooLong(Refusal):
    """That is longer than what can be kept."""


class NotWritable(Refusal):
    """That has characters that cannot be kept."""


def text(said: str, longest: int) -> str:
    """Words that can be kept as they are; never cut, for that would say something else."""
    if len(said) > longest:
        raise TooLong(_("Say it in %d characters.") % longest)
    if "\x00" in said or not _encodes(said):
        raise NotWritable
    return said


def reason(said: str) -> str:
    """Why somebody does it; blanks are no reason."""
    if not said.strip():
        raise ReasonMissing
    return text(said.strip(), LONGEST_REASON)


def _encodes(said: str) -> bool:
    """Half of a surrogate pair is a character to Python, and to nothing else."""
    try:
        said.encode()
    except UnicodeEncodeError:
        return False
    return True
