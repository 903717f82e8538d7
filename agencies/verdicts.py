"""Why, and why not: what permits something, what limits it and what forbids it, in sentences.

One shape for every question that agreements answer: may this agency ask that one
for a resource, may this seat see that field. Nothing permits by itself: where no
reason permits, the answer is no (chapter 5.5). And one that forbids outweighs
all that permit, so the strictest applies. What no counsel has checked forbids
nothing: it warns (RULE-MOU-08).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Bearing(TextChoices):
    """What a reason does to the answer."""

    PERMITS = "permits", _("Permits")
    LIMITS = "limits", _("Limits")
    WARNS = "warns", _("Warns")
    FORBIDS = "forbids", _("Forbids")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that bears on the answer, in a sentence.

    ``clause`` is an id that means one wording for ever (RULE-MOU-07). It is empty
    where no clause decides: ownership, participation, or that nothing permits it.
    ``text_hash`` names the version of the agreement whose clause it is.
    """

    SHOWN_AS: ClassVar[str] = "VerdictReason"  # "Reason" is what somebody gives for an act

    bearing: Bearing
    sentence: str
    clause: UUID | None = None
    agreement: UUID | None = None
    reference: str = ""  # "Tamarack Law Enforcement Mutual Aid, 2.1"
    text_hash: str = ""

    def kept(self) -> dict[str, Any]:
        """As it is stored with a decision, to be read again when agreements have changed."""
        return {
            "bearing": self.bearing.value,
            "sentence": self.sentence,
            "clause": self.clause and str(self.clause),
            "agreement": self.agreement and str(self.agreement),
            "reference": self.reference,
            "text_hash": self.text_hash,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer to one question, and everything that bears on it."""

    reasons: tuple[Reason, ...]

    @property
    def allowed(self) -> bool:
        """Denied by default: something must permit it, and nothing forbid it."""
        return bool(self.of(Bearing.PERMITS)) and not self.of(Bearing.FORBIDS)

    @property
    def permits(self) -> tuple[Reason, ...]:
        return self.of(Bearing.PERMITS)

    @property
    def limits(self) -> tuple[Reason, ...]:
        return self.of(Bearing.LIMITS)

    @property
    def forbids(self) -> tuple[Reason, ...]:
        return self.of(Bearing.FORBIDS)

    def of(self, bearing: Bearing) -> tuple[Reason, ...]:
        return tuple(one for one in self.reasons if one.bearing == bearing)

    def kept(self) -> list[dict[str, Any]]:
        """As it is stored with a decision."""
        return [one.kept() for one in self.reasons]
