"""How the facts of sharing at an incident read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies.categories import Category, Tlp
from agencies.reads.sentences import Rows, says
from incidents import facts
from incidents.facts.sharing import DisclosureFact, WithdrawalFact
from incidents.models import Outcome


@says(facts.DisclosureAsked)
def asked(fact: facts.DisclosureAsked, rows: Rows) -> str:
    if fact.via is None:
        return _("%(to)s asks %(owner)s to be shown %(category)s: %(reason)s") % _who(fact)
    return (
        _("%(via)s asks %(owner)s whether it may pass on %(category)s to %(to)s: %(reason)s")
    ) % _who(fact)


@says(facts.DisclosureMade)
def made(fact: facts.DisclosureMade, rows: Rows) -> str:
    if fact.via is None:
        return _(
            "%(owner)s shares %(category)s with %(to)s outside any agreement: %(reason)s"
        ) % _who(fact)
    return _("%(via)s passes on %(category)s of %(owner)s to %(to)s: %(reason)s") % _who(fact)


@says(facts.DisclosureDeclined)
def declined(fact: facts.DisclosureDeclined, rows: Rows) -> str:
    return _("%(owner)s does not share %(category)s with %(to)s.") % _who(fact)


@says(facts.DisclosureEnded)
def ended(fact: facts.DisclosureEnded, rows: Rows) -> str:
    return _("%(owner)s shows %(category)s to %(to)s no more.") % _who(fact)


@says(facts.SharingWithdrawn)
def withdrawn(fact: facts.SharingWithdrawn, rows: Rows) -> str:
    return _("%(owner)s withdrew %(what)s from %(partner)s.") % _what(fact)


@says(facts.SharingRestored)
def restored(fact: facts.SharingRestored, rows: Rows) -> str:
    return _("%(owner)s lets its agreements hold again: %(what)s for %(partner)s.") % _what(fact)


@says(facts.NoteRelabeled)
def relabeled(fact: facts.NoteRelabeled, rows: Rows) -> str:
    return _("A note is now %(label)s.") % {"label": _label(fact.after)}


@says(facts.GlassBroken)
def broken(fact: facts.GlassBroken, rows: Rows) -> str:
    return _("%(name)s opened %(categories)s of %(owner)s in an emergency: %(reason)s") % {
        "name": fact.name,
        "categories": ", ".join(fact.categories),
        "owner": fact.owner_name,
        "reason": fact.reason,
    }


@says(facts.GlassMended)
def mended(fact: facts.GlassMended, rows: Rows) -> str:
    return _("The emergency look of %(name)s at %(owner)s's data is over.") % {
        "name": fact.name,
        "owner": fact.owner_name,
    }


@says(facts.GlassReviewDue)
def review_due(fact: facts.GlassReviewDue, rows: Rows) -> str:
    said = {"name": fact.name, "owner": fact.owner_name}
    if fact.overdue:
        return _("%(owner)s has not reviewed the emergency look of %(name)s, and is late.") % said
    return _("%(owner)s has yet to review the emergency look of %(name)s.") % said


@says(facts.GlassReviewed)
def reviewed(fact: facts.GlassReviewed, rows: Rows) -> str:
    return _("%(owner)s reviewed the emergency look of %(name)s. %(outcome)s: %(finding)s") % {
        "owner": fact.owner_name,
        "name": fact.name,
        "outcome": str(Outcome(fact.outcome).label),
        "finding": fact.finding,
    }


def _who(fact: DisclosureFact) -> dict[str, str]:
    return {
        "owner": fact.owner_name,
        "to": fact.to_name,
        "via": fact.via_name,
        "category": fact.category,
        "reason": fact.reason,
    }


def _what(fact: WithdrawalFact) -> dict[str, str]:
    what = _("a note") if fact.note else _("all that is shared above what everybody needs")
    return {
        "owner": fact.owner_name,
        "partner": fact.partner_name or _("every other agency"),
        "what": str(Category(fact.category).label) if fact.category else what,
    }


def _label(tlp: str) -> str:
    return str(Tlp(tlp).label) if tlp else _("without a TLP label")
