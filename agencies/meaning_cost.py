"""What a clause on cost says, in plain sentences."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies.terms import CostTerms


def cost(terms: CostTerms, giver: str, receiver: str) -> tuple[str, ...]:
    """What is free, what each hour costs, and how it is billed."""
    said = {
        "giver": giver,
        "receiver": receiver,
        "hours": terms.free_hours.normalize().__format__("f"),
        "rate": terms.rate_per_hour,
        "currency": terms.currency,
        "counted": terms.counted or _("each resource"),
        "card": terms.rate_card,
        "percent": terms.share_percent,
        "days": terms.bill_within_days,
    }
    sentences = (*_price(terms), *_billing(terms))
    return tuple(sentence % said for sentence in sentences)


def _price(terms: CostTerms) -> tuple[str, ...]:
    free = _("The first %(hours)s hours of what %(giver)s sends to %(receiver)s are free.")
    rate = _("Each hour costs %(currency)s %(rate)s, counted for %(counted)s.")
    if terms.rate_per_hour is not None:
        return (free, _("After that:") + " " + rate) if terms.free_hours else (rate,)
    if terms.rate_card:
        card = _("It costs what “%(card)s” says, counted for %(counted)s.")
        return (free, _("After that:") + " " + card) if terms.free_hours else (card,)
    if not terms.free_hours and terms.share_percent is None:
        return (_("What %(giver)s sends to %(receiver)s costs nothing."),)
    rest = _("What is owed after that is settled by the text.")
    return (free, rest) if terms.free_hours else ()


def _billing(terms: CostTerms) -> tuple[str, ...]:
    said = (
        (terms.share_percent is not None, _("%(receiver)s pays %(percent)s percent of the cost.")),
        (terms.bill_within_days is not None, _("The bill follows within %(days)s days.")),
        (terms.waivable, _("%(giver)s may waive it.")),
    )
    return tuple(sentence for is_said, sentence in said if is_said)
