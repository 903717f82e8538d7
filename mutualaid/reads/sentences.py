"""How the facts of mutual aid read in an incident's trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from agencies.models import Priority
from incidents.reads.sentences import Rows, says, shown
from mutualaid import facts
from mutualaid.reads.images.words import reason_label, tier_label


@says(facts.RequestSubmitted)
def submitted(fact: facts.RequestSubmitted, rows: Rows) -> str:
    lines = (_wanted(rows.get(f"line:{line}", {})) for line in fact.lines)
    return _("Asked for help with %(number)s, %(priority)s: %(lines)s.") % {
        "number": fact.number,
        "priority": str(Priority(fact.priority).label).lower(),
        "lines": ", ".join(filter(None, lines)),
    }


@says(facts.RungAsked)
def asked_tier(fact: facts.RungAsked, rows: Rows) -> str:
    said = _("%(tier)s: agencies asked: %(many)d.") % {
        "tier": tier_label(fact.tier),
        "many": len(fact.agencies),
    }
    return f"{said} {fact.note}".strip()


@says(facts.RungReminded)
def reminded_tier(fact: facts.RungReminded, rows: Rows) -> str:
    return _("%(tier)s: half of the time is over.") % {"tier": tier_label(fact.tier)}


@says(facts.RungLapsed)
def lapsed(fact: facts.RungLapsed, rows: Rows) -> str:
    return _("%(tier)s: time ran out, silent: %(many)d.") % {
        "tier": tier_label(fact.tier),
        "many": len(fact.silent),
    }


@says(facts.AgencyAsked)
def asked(fact: facts.AgencyAsked, rows: Rows) -> str:
    return _told(fact, rows, _("Asked %(agency)s for %(many)s."), many=fact.quantity)


@says(facts.AskRaised)
def raised(fact: facts.AskRaised, rows: Rows) -> str:
    return _told(fact, rows, _("Asked %(agency)s for more, %(many)s in all."), many=fact.quantity)


@says(facts.AgencyReminded)
def reminded(fact: facts.AgencyReminded, rows: Rows) -> str:
    return _told(fact, rows, _("Reminded %(agency)s, which has not answered."))


@says(facts.AskAcknowledged)
def acknowledged(fact: facts.AskAcknowledged, rows: Rows) -> str:
    return _told(fact, rows, _("%(agency)s has seen it."))


@says(facts.AskDeclined)
def declined(fact: facts.AskDeclined, rows: Rows) -> str:
    return _told(fact, rows, _("%(agency)s declined: %(why)s."), why=reason_label(fact.reason))


@says(facts.AskWithdrawn)
def withdrawn(fact: facts.AskWithdrawn, rows: Rows) -> str:
    said = _("No answer of %(agency)s is needed any more. %(why)s")
    return _told(fact, rows, said, why=fact.reason)


@says(facts.OfferMade)
def offered(fact: facts.OfferMade, rows: Rows) -> str:
    said = _("%(agency)s offered %(many)d of %(wanted)s: %(signs)s.")
    return _told(fact, rows, said, many=len(fact.resources))


@says(facts.OfferLapsed)
def offer_lapsed(fact: facts.OfferLapsed, rows: Rows) -> str:
    return _told(fact, rows, _("The offer of %(agency)s lapsed."))


@says(facts.OfferAccepted)
def accepted(fact: facts.OfferAccepted, rows: Rows) -> str:
    said = _("Accepted of %(agency)s: %(signs)s.")
    return _told(fact, rows, said, only=frozenset(map(str, fact.resources)))


@says(facts.OfferNotSelected)
def not_selected(fact: facts.OfferNotSelected, rows: Rows) -> str:
    said = _("Returned the offer of %(agency)s. %(why)s")
    return _told(fact, rows, said, why=fact.reason)


@says(facts.OfferWithdrawn)
def offer_withdrawn(fact: facts.OfferWithdrawn, rows: Rows) -> str:
    said = _("%(agency)s took back what it had offered. %(why)s")
    return _told(fact, rows, said, why=fact.reason)


@says(facts.LineUnableToFill)
def line_unable(fact: facts.LineUnableToFill, rows: Rows) -> str:
    said = _("%(request)s, %(line)s: nobody is left to ask for %(open)s of %(wanted)s. %(why)s")
    return _of_line(fact, rows, said, why=fact.reason)


@says(facts.RequestUnableToFill)
def request_unable(fact: facts.RequestUnableToFill, rows: Rows) -> str:
    row = rows.get(f"request:{fact.request}")
    if row is None:
        return fact.meaning()
    said = _("%(request)s: nothing more can be obtained. %(why)s")
    return said % {"request": shown(row.get("number")), "why": fact.reason}


@says(facts.ResourceReceived)
def received(fact: facts.ResourceReceived, rows: Rows) -> str:
    unit = rows.get(f"deployment:{fact.deployment}", {}).get("call_sign")
    if unit is None:
        return fact.meaning()
    said = _("%(unit)s checked in for %(request)s, %(line)s: %(many)d of %(wanted)s.")
    return _of_line(fact, rows, said, unit=shown(unit), many=fact.received)


def _of_line(fact: facts.LineFact, rows: Rows, said: str, **more: object) -> str:
    """A sentence about one line of a request; without their rows, what its kind means."""
    line, request = rows.get(f"line:{fact.line}"), rows.get(f"request:{fact.request}")
    if line is None or request is None:
        return fact.meaning()
    words = {
        "request": shown(request.get("number")),
        "line": shown(line.get("number")),
        "open": shown(line.get("outstanding")),
        "wanted": _wanted(line),
    }
    return said % (words | more)


def _told(
    fact: facts.AskFact, rows: Rows, said: str, only: frozenset[str] | None = None, **more: object
) -> str:
    """A sentence about one agency that is asked; without its row, what its kind means."""
    row = rows.get(f"solicitation:{fact.solicitation}")
    if row is None:
        return fact.meaning()
    words = {
        "agency": shown(row.get("agency_name")),
        "wanted": shown(row.get("asked_quantity")),
        "signs": _signs(row.get("named"), only),
    }
    return (said % (words | more)).strip()


def _signs(named: Any, only: frozenset[str] | None) -> str:
    if not isinstance(named, list):
        return shown(named)
    return ", ".join(
        one["call_sign"] for one in named if only is None or str(one["resource"]) in only
    )


def _wanted(line: Mapping[str, Any]) -> str:
    """Such as 2 × Ambulance, where the line may be seen."""
    if not line:
        return ""
    return f"{shown(line.get('ordered'))} × {shown(line.get('kind_name'))}"
