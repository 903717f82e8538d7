"""What the coded terms of a clause may hold at most, said in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from agencies.areas import Place, is_area
from audit.refusals import Refusal


class BadTerms(Refusal):
    """These terms cannot be kept."""


def require_between(said: Decimal | int | None, least: int, most: int, otherwise: str) -> None:
    """A number within bounds, or none at all."""
    if said is not None and not least <= said <= most:
        raise BadTerms(otherwise)


def require_short(said: str, most: int) -> None:
    """Text that fits its place, without the one character that no text may hold."""
    if len(said) > most:
        raise BadTerms(_("Say it in %d characters at most.") % most)
    if "\0" in said:
        raise BadTerms(_("There is a character in it that cannot be kept."))


def require_area(corners: Sequence[Place]) -> None:
    """No area, or one that can be told inside from outside."""
    if corners and not is_area(corners):
        raise BadTerms(
            _("An area has 3 to 200 different corners on Earth, and its sides do not cross.")
        )
