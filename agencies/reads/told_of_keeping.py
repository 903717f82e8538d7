"""How the facts read of who is invited, confirmed, idle and removed."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from agencies import facts
from agencies.models import SeatKind
from agencies.reads.sentences import Rows, says
from agencies.speaking import day


@says(facts.MemberInvited)
def invited(fact: facts.MemberInvited, rows: Rows) -> str:
    return _("Invited %(name)s (%(to)s), until %(until)s.") % {
        "name": fact.name,
        "to": fact.to,
        "until": f"{timezone.localtime(fact.expires_at):%Y-%m-%d %H:%M %Z}",
    }


@says(facts.InvitationRenewed)
def renewed(fact: facts.InvitationRenewed, rows: Rows) -> str:
    return _("Sent %(name)s a new link; the one before is of no use.") % {"name": fact.name}


@says(facts.InvitationRevoked)
def revoked(fact: facts.InvitationRevoked, rows: Rows) -> str:
    return _("Took back the invitation of %(name)s.") % {"name": fact.name}


@says(facts.InvitationTakenUp)
def taken_up(fact: facts.InvitationTakenUp, rows: Rows) -> str:
    return _("%(name)s took up their invitation.") % {"name": fact.name}


@says(facts.MemberRemoved)
def removed(fact: facts.MemberRemoved, rows: Rows) -> str:
    return _("Removed %(name)s, for good: %(why)s") % {"name": fact.name, "why": fact.reason}


@says(facts.MemberReviewed)
def reviewed(fact: facts.MemberReviewed, rows: Rows) -> str:
    seats = ", ".join(str(SeatKind(kind).label) for kind in fact.seats) or _("no seat")
    return _("Confirmed %(name)s: %(seats)s.") % {"name": fact.name, "seats": seats}


@says(facts.MemberIdle)
def idle(fact: facts.MemberIdle, rows: Rows) -> str:
    return _("%(name)s was suspended: not signed in since %(when)s.") % {
        "name": fact.name,
        "when": day(fact.seen_at),
    }
