"""How the facts of an incident's ledger read.

Rows are those of the entry's own images, as the reader may see them.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.categories import Purpose
from agencies.reads.sentences import Rows, says, sentence, shown
from incidents import facts
from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import Mode, Role

__all__ = ["Rows", "says", "sentence", "shown"]


@says(facts.IncidentOpened)
def opened(fact: facts.IncidentOpened, rows: Rows) -> str:
    said = _("Opened %(number)s, %(name)s (%(mode)s).") % {
        "number": fact.number,
        "name": fact.name,
        "mode": Mode(fact.mode).label,
    }
    return said if fact.commander else said + " " + _("Nobody holds command yet.")


@says(facts.IncidentEdited)
def edited(fact: facts.IncidentEdited, rows: Rows) -> str:
    return _("Corrected: %(changed)s.") % {
        "changed": ", ".join(name.replace("_", " ") for name in fact.changed)
    }


@says(facts.IncidentClosed)
def closed(fact: facts.IncidentClosed, rows: Rows) -> str:
    return _("Closed %(number)s.") % {"number": fact.number}


@says(facts.AgencyInvited)
def invited(fact: facts.AgencyInvited, rows: Rows) -> str:
    return _("Invited %(agency)s as %(role)s agency.") % {
        "agency": fact.agency_name,
        "role": str(Role(fact.role).label).lower(),
    }


@says(facts.InvitationAccepted)
def came(fact: facts.InvitationAccepted, rows: Rows) -> str:
    return _("Accepted the invitation.")


@says(facts.InvitationDeclined)
def declined(fact: facts.InvitationDeclined, rows: Rows) -> str:
    return _("Declined the invitation. %(reason)s") % {"reason": fact.reason}


@says(facts.AgencyLeft)
def left(fact: facts.AgencyLeft, rows: Rows) -> str:
    return _("Left the incident.")


@says(facts.UnifiedCommandEstablished)
@says(facts.CommandSeatAdded)
def unified(fact: facts.CommandSeatAdded, rows: Rows) -> str:
    return _("Took %(agency)s into unified command.") % {"agency": fact.agency_name}


@says(facts.CommandSeatEnded)
def seat_ended(fact: facts.CommandSeatEnded, rows: Rows) -> str:
    return _("Ended the command seat of %(agency)s.") % {"agency": fact.agency_name}


@says(facts.CommandAssumed)
def assumed(fact: facts.CommandAssumed, rows: Rows) -> str:
    return _("%(name)s assumed command.") % {"name": fact.holder_name}


@says(facts.CommandOffered)
def offered(fact: facts.CommandOffered, rows: Rows) -> str:
    return _("Offered command to %(name)s.") % {"name": fact.offered_to_name}


@says(facts.CommandTransferred)
def transferred(fact: facts.CommandTransferred, rows: Rows) -> str:
    return _("Command went from %(relieved)s to %(holder)s, after the whole briefing.") % {
        "relieved": fact.relieved_name or _("nobody"),
        "holder": fact.holder_name,
    }


@says(facts.CommandOfferDeclined)
def offer_declined(fact: facts.CommandOfferDeclined, rows: Rows) -> str:
    return _("Declined command. The commander remains.")


@says(facts.CommandOfferWithdrawn)
def offer_withdrawn(fact: facts.CommandOfferWithdrawn, rows: Rows) -> str:
    return _("Took back the offer of command.")


@says(facts.PurposesStated)
def purposes_stated(fact: facts.PurposesStated, rows: Rows) -> str:
    labels = (str(Purpose(purpose).label).lower() for purpose in fact.purposes)
    return _("Is here for: %(purposes)s.") % {"purposes": ", ".join(labels)}


@says(facts.PurposeStated)
def purpose_stated(fact: facts.PurposeStated, rows: Rows) -> str:
    label = str(Purpose(fact.purpose).label).lower()
    return _("%(name)s is here for: %(purpose)s.") % {"name": fact.name, "purpose": label}


@says(facts.DivisionAdded)
def division_added(fact: facts.DivisionAdded, rows: Rows) -> str:
    return _("Set up %(name)s.") % {"name": fact.name}


@says(facts.DivisionEdited)
def division_edited(fact: facts.DivisionEdited, rows: Rows) -> str:
    return _("Changed %(name)s.") % {"name": fact.name}


@says(facts.DivisionClosed)
def division_closed(fact: facts.DivisionClosed, rows: Rows) -> str:
    return _("Closed %(name)s.") % {"name": fact.name}


@says(facts.ResourceCommitted)
def committed(fact: facts.ResourceCommitted, rows: Rows) -> str:
    return _("Committed %(unit)s.") % {"unit": fact.call_sign}


@says(facts.ResourceCheckedIn)
def checked_in(fact: facts.ResourceCheckedIn, rows: Rows) -> str:
    if fact.unordered:
        return _("%(unit)s came without being asked; held in staging.") % {"unit": fact.call_sign}
    return _("Checked in %(unit)s.") % {"unit": fact.call_sign}


@says(facts.ArrivalAccepted)
def arrival_accepted(fact: facts.ArrivalAccepted, rows: Rows) -> str:
    return _("Accepted %(unit)s, which came without being asked.") % {"unit": fact.call_sign}


@says(facts.DeploymentMoved)
def moved(fact: facts.DeploymentMoved, rows: Rows) -> str:
    said = _("%(unit)s: from %(here)s to %(to)s.") % {
        "unit": fact.call_sign,
        "here": str(DeploymentState(fact.from_state).label).lower(),
        "to": str(DeploymentState(fact.to_state).label).lower(),
    }
    return f"{said} {fact.reason}".strip()


@says(facts.NoteWritten)
def noted(fact: facts.NoteWritten, rows: Rows) -> str:
    row = rows.get(f"note:{fact.note}", {})
    return _("Note (%(category)s): %(text)s") % {
        "category": fact.category,
        "text": shown(row.get("text")),
    }


@says(facts.NotesExpired)
def expired(fact: facts.NotesExpired, rows: Rows) -> str:
    return ngettext(
        "A note of criminal intelligence expired with the incident: its words are erased.",
        "%(notes)s notes of criminal intelligence expired with the incident: their words are"
        " erased.",
        len(fact.notes),
    ) % {"notes": len(fact.notes)}


@says(facts.ObjectiveSet)
def objective_set(fact: facts.ObjectiveSet, rows: Rows) -> str:
    row = rows.get(f"objective:{fact.objective}", {})
    return _("Objective %(number)s: %(text)s") % {
        "number": fact.number,
        "text": shown(row.get("text")),
    }


@says(facts.ObjectiveSettled)
def objective_settled(fact: facts.ObjectiveSettled, rows: Rows) -> str:
    said = _("Objective %(number)s: %(status)s.") % {
        "number": fact.number,
        "status": str(ObjectiveStatus(fact.status).label).lower(),
    }
    return f"{said} {fact.reason}".strip()
