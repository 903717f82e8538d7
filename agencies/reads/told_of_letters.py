"""How the facts of letters read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.models.letter import LeftBy
from agencies.reads.sentences import Rows, says


@says(facts.LetterSent)
def letter_sent(fact: facts.LetterSent, rows: Rows) -> str:
    if fact.means == LeftBy.FILE:
        return _("Wrote the letter “%(subject)s” for %(to)s to a file; nobody was sent it.") % _of(
            fact
        )
    return _("Sent %(to)s the letter “%(subject)s”.") % _of(fact)


@says(facts.LetterDelayed)
def letter_delayed(fact: facts.LetterDelayed, rows: Rows) -> str:
    said = _("The letter “%(subject)s” to %(to)s is tried again later. %(why)s")
    return said % {**_of(fact), "why": fact.trouble}


@says(facts.LetterParked)
def letter_parked(fact: facts.LetterParked, rows: Rows) -> str:
    said = _("Gave up the letter “%(subject)s” to %(to)s after %(tries)d tries. %(why)s")
    return said % {**_of(fact), "why": fact.trouble, "tries": fact.tries}


@says(facts.LetterTriedAgain)
def letter_tried_again(fact: facts.LetterTriedAgain, rows: Rows) -> str:
    return _("Had the letter “%(subject)s” to %(to)s tried again.") % _of(fact)


def _of(
    fact: facts.LetterSent | facts.LetterDelayed | facts.LetterParked | facts.LetterTriedAgain,
) -> dict[str, str]:
    return {"subject": fact.subject, "to": fact.to}
