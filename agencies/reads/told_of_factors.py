"""How the facts of what people sign in with read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says


@says(facts.PasskeyAdded)
def passkey_added(fact: facts.PasskeyAdded, rows: Rows) -> str:
    return _("%(name)s can sign in with the passkey “%(passkey)s”.") % {
        "name": fact.name,
        "passkey": fact.passkey,
    }


@says(facts.PasskeyRemoved)
def passkey_removed(fact: facts.PasskeyRemoved, rows: Rows) -> str:
    return _("%(name)s cannot sign in with the passkey “%(passkey)s” any more.") % {
        "name": fact.name,
        "passkey": fact.passkey,
    }


@says(facts.AppTurnedOn)
def app_turned_on(fact: facts.AppTurnedOn, rows: Rows) -> str:
    return _("The password of %(name)s asks for a code of an app.") % {"name": fact.name}


@says(facts.AppTurnedOff)
def app_turned_off(fact: facts.AppTurnedOff, rows: Rows) -> str:
    return _("The password of %(name)s asks for no code of an app any more.") % {"name": fact.name}


@says(facts.RecoveryCodesMade)
def recovery_codes_made(fact: facts.RecoveryCodesMade, rows: Rows) -> str:
    return _("Made recovery codes for %(name)s, which ended any earlier ones.") % {
        "name": fact.name
    }


@says(facts.PasswordReleased)
def password_released(fact: facts.PasswordReleased, rows: Rows) -> str:
    return _("Released the password of %(name)s, which wrong ones had locked.") % {
        "name": fact.name
    }


@says(facts.SecondFactorRequired)
def second_factor_required(fact: facts.SecondFactorRequired, rows: Rows) -> str:
    return _("From the next sign-in on, a password alone lets nobody in.")


@says(facts.SecondFactorWaived)
def second_factor_waived(fact: facts.SecondFactorWaived, rows: Rows) -> str:
    return _("A password alone lets members in again.")
