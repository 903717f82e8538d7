"""How the facts of an agency's own ledger read: its people and its resources."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from agencies import facts
from agencies.categories import ClearanceKind
from agencies.lifecycle import Readiness
from agencies.means import means_said
from agencies.models import BoundTo, SeatKind
from agencies.reads.sentences import Rows, says
from agencies.speaking import day, kind_and_type


@says(facts.AgencyFounded)
def founded(fact: facts.AgencyFounded, rows: Rows) -> str:
    return _("Entered %(name)s (%(code)s) in the directory.") % {
        "name": fact.name,
        "code": fact.code,
    }


@says(facts.AgencyEdited)
def agency_edited(fact: facts.AgencyEdited, rows: Rows) -> str:
    return _("Changed in the directory: %(what)s.") % {"what": _plain(fact.changed)}


@says(facts.ContactsListed)
def contacts_listed(fact: facts.ContactsListed, rows: Rows) -> str:
    return _("Said anew whom to call, for: %(what)s.") % {"what": _plain(fact.purposes)}


@says(facts.MemberAdded)
def member_added(fact: facts.MemberAdded, rows: Rows) -> str:
    return _("Added %(name)s, who may act for the agency from now on.") % {"name": fact.name}


@says(facts.MemberSuspended)
def member_suspended(fact: facts.MemberSuspended, rows: Rows) -> str:
    return _("Suspended %(name)s, at once and everywhere: %(why)s") % {
        "name": fact.name,
        "why": fact.reason,
    }


@says(facts.MemberRestored)
def member_restored(fact: facts.MemberRestored, rows: Rows) -> str:
    return _("Let %(name)s act again.") % {"name": fact.name}


@says(facts.SeatGiven)
def seat_given(fact: facts.SeatGiven, rows: Rows) -> str:
    if fact.until is not None:
        return _("Seated %(name)s as %(seat)s, until %(until)s.") % {
            "name": fact.name,
            "seat": _seat(fact.seat_kind),
            "until": f"{timezone.localtime(fact.until):%Y-%m-%d %H:%M %Z}",
        }
    return _("Seated %(name)s as %(seat)s.") % {"name": fact.name, "seat": _seat(fact.seat_kind)}


@says(facts.SeatTaken)
def seat_taken(fact: facts.SeatTaken, rows: Rows) -> str:
    return _("%(name)s is seated as %(seat)s no more.") % {
        "name": fact.name,
        "seat": _seat(fact.seat_kind),
    }


@says(facts.ClearanceGiven)
def clearance_given(fact: facts.ClearanceGiven, rows: Rows) -> str:
    said = {
        "name": fact.name,
        "kind": ClearanceKind(fact.clearance_kind).in_words,
        "basis": fact.basis,
    }
    if fact.until is None:
        return _("%(name)s is %(kind)s: %(basis)s.") % said
    return _("%(name)s is %(kind)s until %(until)s: %(basis)s.") % {
        **said,
        "until": day(fact.until),
    }


@says(facts.ClearanceEnded)
def clearance_ended(fact: facts.ClearanceEnded, rows: Rows) -> str:
    return _("%(name)s is %(kind)s no more: %(why)s") % {
        "name": fact.name,
        "kind": ClearanceKind(fact.clearance_kind).in_words,
        "why": fact.reason,
    }


@says(facts.PasswordSet)
def password_set(fact: facts.PasswordSet, rows: Rows) -> str:
    return _("Set the password of %(name)s anew, which ended their other sessions.") % {
        "name": fact.name
    }


@says(facts.SignedIn)
def signed_in(fact: facts.SignedIn, rows: Rows) -> str:
    said = _("%(name)s signed in with %(means)s.")
    if fact.agreed_at:
        said = _("%(name)s agreed to the notice %(notice)s and signed in with %(means)s.")
    return said % {
        "name": fact.name,
        "means": means_said(fact.means),
        "notice": fact.notice,
    }


@says(facts.ProvedAgain)
def proved_again(fact: facts.ProvedAgain, rows: Rows) -> str:
    said = _("%(name)s proved with %(means)s that it is they.")
    if fact.locked_since:
        said = _("%(name)s unlocked a device with %(means)s, which was locked since %(since)s.")
    return said % {
        "name": fact.name,
        "means": means_said(fact.means),
        "since": f"{timezone.localtime(fact.locked_since):%Y-%m-%d %H:%M %Z}"
        if fact.locked_since
        else "",
    }


@says(facts.TokenIssued)
def token_issued(fact: facts.TokenIssued, rows: Rows) -> str:
    said = _("Made the token “%(token)s” for %(name)s, good until %(until)s.")
    if fact.bound == BoundTo.EXERCISE:
        said = _("Made the token “%(token)s” for %(name)s, for exercises, good until %(until)s.")
    return said % {
        "token": fact.token_name,
        "name": fact.name,
        "until": day(fact.expires_at),
    }


@says(facts.TokenRotated)
def token_rotated(fact: facts.TokenRotated, rows: Rows) -> str:
    said = _("%(name)s gave “%(token)s” a new secret; the old one is good until %(until)s.")
    return said % {
        "name": fact.name,
        "token": fact.token_name,
        "until": f"{timezone.localtime(fact.old_until):%Y-%m-%d %H:%M %Z}",
    }


@says(facts.TokenRevoked)
def token_revoked(fact: facts.TokenRevoked, rows: Rows) -> str:
    return _("Revoked the token “%(token)s” of %(name)s.") % {
        "token": fact.token_name,
        "name": fact.name,
    }


@says(facts.ResourceAdded)
def resource_added(fact: facts.ResourceAdded, rows: Rows) -> str:
    return _("Entered %(unit)s, %(kind)s.") % {
        "unit": fact.call_sign,
        "kind": kind_and_type(fact.resource_kind, fact.resource_type),
    }


@says(facts.ResourceEdited)
def resource_edited(fact: facts.ResourceEdited, rows: Rows) -> str:
    return _("Corrected of %(unit)s: %(what)s.") % {
        "unit": fact.call_sign,
        "what": _plain(fact.changed),
    }


@says(facts.ReadinessChanged)
def readiness_changed(fact: facts.ReadinessChanged, rows: Rows) -> str:
    said = _("%(unit)s: from %(before)s to %(after)s.") % {
        "unit": fact.call_sign,
        "before": str(Readiness(fact.before).label).lower(),
        "after": str(Readiness(fact.after).label).lower(),
    }
    return f"{said} {fact.reason}".strip()


@says(facts.ResourceRetired)
def resource_retired(fact: facts.ResourceRetired, rows: Rows) -> str:
    return _("Struck off %(unit)s: it is no longer the agency's.") % {"unit": fact.call_sign}


@says(facts.AccessLogExported)
def looks_exported(fact: facts.AccessLogExported, rows: Rows) -> str:
    said = _("Took a copy of who looked, up to line %(line)d.") % {"line": fact.upto}
    return f"{said} {'; '.join(fact.sought)}".strip()


@says(facts.TrailExported)
def trail_exported(fact: facts.TrailExported, rows: Rows) -> str:
    said = _("Took a copy of this ledger, up to line %(line)d.") % {"line": fact.upto}
    return f"{said} {'; '.join(fact.sought)}".strip()


def _seat(kind: str) -> str:
    return str(SeatKind(kind).label).lower()


def _plain(names: Iterable[str]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)
