"""Who is told by e-mail of what an agreement waits for. Consequences, in the same transaction.

A letter names no agreement and no partner: it says that something waits, and where to sign in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.facts import AgreementSealed, InvitedToJoin, MilestoneReached, SentForReview
from agencies.facts.agreement import AgreementFact
from agencies.letters import address
from agencies.models import MilestoneKind, SeatKind
from agencies.writes.letters import addresses_of, post
from audit import walls
from audit.actors import Actor
from audit.writes import consequence

RUN: Final = (SeatKind.ADMIN, SeatKind.SIGNATORY)


@consequence(of=MilestoneReached)
def of_dates(actor: Actor, fact: MilestoneReached) -> tuple[()]:
    """Whoever runs or signs for a party hears of a date in time (180, 90, 60 and 30 days)."""
    subject = _date_said(fact)
    _to_parties(fact, subject, lambda agency: addresses_of(agency, *RUN))
    return ()


@consequence(of=SentForReview)
def of_review(actor: Actor, fact: SentForReview) -> tuple[()]:
    """Counsel hears that a text waits; where there is none, whoever answers in their place."""
    _to_parties(
        fact,
        _("The text of an agreement waits for your review"),
        lambda agency: (
            addresses_of(agency, SeatKind.COUNSEL) or addresses_of(agency, SeatKind.ADMIN)
        ),
    )
    return ()


@consequence(of=AgreementSealed)
def of_signing(actor: Actor, fact: AgreementSealed) -> tuple[()]:
    """Signatories hear that an agreement waits for their signature."""
    subject = _("An agreement waits for your signature")
    _to_parties(fact, subject, lambda agency: addresses_of(agency, SeatKind.SIGNATORY))
    return ()


@consequence(of=InvitedToJoin)
def of_joining(actor: Actor, fact: InvitedToJoin) -> tuple[()]:
    """Only who is asked to join hears of it: the others read it where they follow the agreement."""
    subject = _("Your agency is asked to join an agreement")
    with walls.beyond("who is asked to join is told, at an agency that is no party yet"):
        post(fact.agency, addresses_of(fact.agency, *RUN), subject, _text(fact, subject))
    return ()


def _to_parties(fact: AgreementFact, subject: str, whom: Callable[[UUID], list[str]]) -> None:
    text = _text(fact, subject)
    with walls.beyond("whom an agreement waits for is told, at every party"):
        for agency in dict.fromkeys((fact.leader, *fact.parties)):
            post(agency, whom(agency), subject, text)


def _text(fact: AgreementFact, subject: str) -> str:
    return _("%(subject)s.\n\nSign in to see which one, and what it says:\n%(where)s") % {
        "subject": subject,
        "where": address(f"/agreements/{fact.agreement}/"),
    }


def _date_said(fact: MilestoneReached) -> str:
    if fact.milestone_kind == MilestoneKind.ENDS_SOON:
        said = ngettext(
            "An agreement of yours ends in %(days)d day",
            "An agreement of yours ends in %(days)d days",
            fact.days,
        )
        return said % {"days": fact.days}
    if fact.milestone_kind == MilestoneKind.INSURED_SOON:
        said = ngettext(
            "A certificate of insurance under an agreement of yours runs out in %(days)d day",
            "A certificate of insurance under an agreement of yours runs out in %(days)d days",
            fact.days,
        )
        return said % {"days": fact.days}
    return _("A date of an agreement of yours has come: %(what)s") % {
        "what": str(MilestoneKind(fact.milestone_kind).label).lower()
    }
