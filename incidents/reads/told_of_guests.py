"""How the facts of guests read."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from agencies.reads.sentences import Rows, says
from incidents import facts
from incidents.facts.guest import GuestFact
from incidents.models import GuestSeat, Tier


@says(facts.GuestInvited)
def invited(fact: facts.GuestInvited, rows: Rows) -> str:
    said = {"seat": GuestSeat(fact.seat).label, "tier": Tier(fact.tier).label}
    return _("%(who)s is invited as guest of %(host)s (%(seat)s, %(tier)s): %(reason)s") % (
        _who(fact) | said | {"reason": fact.reason}
    )


@says(facts.GuestLinkMade)
def linked(fact: facts.GuestLinkMade, rows: Rows) -> str:
    return _("%(who)s gets a new link, as guest of %(host)s.") % _who(fact)


@says(facts.GuestCame)
def came(fact: facts.GuestCame, rows: Rows) -> str:
    return _("%(who)s came in as guest of %(host)s.") % _who(fact)


@says(facts.GuestNarrowed)
def narrowed(fact: facts.GuestNarrowed, rows: Rows) -> str:
    return _("%(who)s, guest of %(host)s, may look and no more.") % _who(fact)


@says(facts.GuestWidened)
def widened(fact: facts.GuestWidened, rows: Rows) -> str:
    said = {"tier": Tier(fact.tier).label}
    return _("%(who)s, guest of %(host)s, may do more or stay longer: %(tier)s.") % (
        _who(fact) | said
    )


@says(facts.GuestEnded)
def ended(fact: facts.GuestEnded, rows: Rows) -> str:
    return _("The stay of %(who)s, guest of %(host)s, was ended.") % _who(fact)


@says(facts.GuestTimeUp)
def time_up(fact: facts.GuestTimeUp, rows: Rows) -> str:
    return _("The time of %(who)s, guest of %(host)s, is over.") % _who(fact)


def _who(fact: GuestFact) -> dict[str, Any]:
    return {"who": f"{fact.name} ({fact.agency_name})", "host": fact.host_name}
