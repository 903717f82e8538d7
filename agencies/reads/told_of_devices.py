"""How the facts read of which devices lock."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.models import ExemptGround
from agencies.reads.sentences import Rows, says


@says(facts.ExemptionAsked)
def exemption_asked(fact: facts.ExemptionAsked, rows: Rows) -> str:
    return _("Asked that “%(device)s” need not lock: %(ground)s.") % {
        "device": fact.device_name,
        "ground": _ground(fact.ground),
    }


@says(facts.DeviceExempted)
def device_exempted(fact: facts.DeviceExempted, rows: Rows) -> str:
    return _("“%(device)s” need not lock from now on: %(ground)s.") % {
        "device": fact.device_name,
        "ground": _ground(fact.ground),
    }


@says(facts.ExemptionEnded)
def exemption_ended(fact: facts.ExemptionEnded, rows: Rows) -> str:
    if fact.granted:
        return _("“%(device)s” locks like any other device.") % {"device": fact.device_name}
    return _("Did not let “%(device)s” stay open.") % {"device": fact.device_name}


def _ground(said: str) -> str:
    """A line of the ledger may name a ground that is no more."""
    return str(ExemptGround(said).label) if said in ExemptGround.values else said
