"""What a board may offer to whoever looks at it."""

from __future__ import annotations

from uuid import UUID

from agencies.rules import commands_people, dispatches
from audit.actors import Actor
from audit.reads import read
from audit.rules import Rule
from incidents import rules
from incidents.models import Incident

# Command changes hands while a board is open: whoever is seated to command is offered what
# command would allow. Each write still asks its own rule.
OFFERS: dict[str, Rule] = {
    "work": rules.may_write,
    "commit": rules.may_commit,
    "direct": (rules.participates & commands_people) | (rules.leads & dispatches),
    "guests": rules.may_invite_guest,
    "note": rules.may_note,
    "move": rules.may_move_there,
    "command": rules.participates & commands_people,
}


@read
def may(actor: Actor, pk: UUID) -> frozenset[str]:
    """Which sorts of acts somebody in these seats is offered at this incident."""
    here = Incident.objects.filter(pk=pk)
    return frozenset(sort for sort, allowed in OFFERS.items() if allowed.scope(here, actor))
