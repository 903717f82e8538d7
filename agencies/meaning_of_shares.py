"""What a sharing clause's coded form comes to, in plain sentences (RULE-MOU-08)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.categories import Masking, Onward
from agencies.terms import Share, ShareTerms


def share(said: Share, who: dict[str, str]) -> str:
    """Who shows what to whom, for what, and how much of it."""
    words = {
        **who,
        "category": said.category.label,
        "code": said.category.value,
        "purpose": said.purpose.label.lower(),
        "masking": said.masking.label.lower(),
    }
    if said.masking == Masking.WHOLE:
        return _(
            "%(giver)s shows %(receiver)s its data marked %(category)s (%(code)s): %(purpose)s."
        ) % (words)
    return (
        _(
            "%(giver)s shows %(receiver)s its data marked %(category)s (%(code)s),"
            " %(masking)s: %(purpose)s."
        )
        % words
    )


def limits(terms: ShareTerms, receiver: str) -> tuple[str, ...]:
    """Which people of the receiver, for how long, and whether it may be passed on."""
    return tuple(_limits(terms, receiver))


def _limits(terms: ShareTerms, receiver: str) -> Iterator[str]:
    if terms.seats:
        seats = ", ".join(str(seat.label).lower() for seat in terms.seats)
        yield _("Of %(receiver)s, only these seats see it: %(seats)s.") % {
            "receiver": receiver,
            "seats": seats,
        }
    if terms.needs:
        needs = ", ".join(need.in_words for need in terms.needs)
        yield _("Only members see it who are: %(needs)s.") % {"needs": needs}
    if not terms.incident_only:
        yield _("It stays shared after the giver has left the incident.")
    if terms.retention_days is not None:
        yield ngettext(
            "It is shown until %d day after the incident was closed.",
            "It is shown until %d days after the incident was closed.",
            terms.retention_days,
        ) % (terms.retention_days)
    if terms.onward == Onward.NAMED:
        yield ngettext(
            "It may be passed on to %d agency that the clause names.",
            "It may be passed on to %d agencies that the clause names.",
            len(terms.onward_to),
        ) % len(terms.onward_to)
    if terms.onward == Onward.CONSENT:
        yield _("It may be passed on when the giver consents, each time.")
