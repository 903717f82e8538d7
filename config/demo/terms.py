"""Short words for the clauses that most agreements of the demo region have."""

from datetime import timedelta
from decimal import Decimal

from agencies.terms import Terms
from config.demo.shapes import (
    Clause,
    CostTerm,
    InsuranceTerm,
    RequestTerm,
    ResponseTerm,
    ShareTerm,
    SupplyTerm,
)


def may_ask(
    number: str,
    text: str,
    lowest_priority: str,
    receiver: str | None = None,
    giver: str | None = None,
) -> Clause:
    return Clause(
        number=number,
        kind="request_right",
        heading="Who may ask",
        text=text,
        terms=(RequestTerm(lowest_priority),),
        giver=giver,
        receiver=receiver,
    )


def will_send(number: str, text: str, giver: str, *terms: SupplyTerm) -> Clause:
    return Clause(
        number=number,
        kind="supply_duty",
        heading="What is sent",
        text=text,
        terms=terms,
        giver=giver,
    )


def will_answer(
    number: str,
    text: str,
    emergency: float,
    urgent: int,
    routine: int,
    giver: str | None = None,
) -> Clause:
    """In minutes."""
    minutes = {"emergency": emergency, "urgent": urgent, "routine": routine}
    return Clause(
        number=number,
        kind="response_target",
        heading="Time to answer",
        text=text,
        terms=tuple(ResponseTerm(word, timedelta(minutes=m)) for word, m in minutes.items()),
        giver=giver,
    )


def will_show(number: str, text: str, shares: str, giver: str, receiver: str) -> Clause:
    """``shares`` reads ``"EDU incident, PII incident"``."""
    pairs = (share.split() for share in shares.split(", "))
    return Clause(
        number=number,
        kind="data_share",
        heading="Information sharing",
        text=text,
        terms=tuple(ShareTerm(category, purpose) for category, purpose in pairs),
        giver=giver,
        receiver=receiver,
    )


def will_cost(
    number: str,
    text: str,
    free_hours: str,
    rate: str | None,
    counted: str,
    giver: str | None = None,
    receiver: str | None = None,
) -> Clause:
    return Clause(
        number=number,
        kind="cost",
        heading="Cost",
        text=text,
        terms=(CostTerm(Decimal(free_hours), Decimal(rate) if rate else None, counted),),
        giver=giver,
        receiver=receiver,
    )


def is_insured(
    number: str, text: str, insurance: str, minimum: int, days: int, giver: str
) -> Clause:
    """``days`` from the seeding on its certificate runs out."""
    return Clause(
        number=number,
        kind="insurance",
        heading="Insurance",
        text=text,
        terms=(InsuranceTerm(insurance, Decimal(minimum), days),),
        giver=giver,
    )


def says(
    number: str,
    heading: str,
    text: str,
    terms: Terms,
    giver: str | None = None,
    receiver: str | None = None,
) -> Clause:
    """A clause of any other kind, in the words of its own terms."""
    return Clause(
        number=number,
        kind=terms.kind,
        heading=heading,
        text=text,
        terms=(terms,),
        giver=giver,
        receiver=receiver,
    )
