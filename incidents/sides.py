"""Who may take a deployment along which road: the table of chapter 3.1, written down.

The chapter names positions (resources unit leader, staging area manager, and so
on). Until an incident's positions are filled one by one, three sides stand for
them: the *provider* is the agency that sent the resource, its leader and its
dispatch; *command* is who holds a command seat, and the lead agency's dispatch;
*supervision* is every commander and dispatcher of an agency at the incident.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from audit.actors import Actor
from audit.rules import Rule
from incidents import rules
from incidents.lifecycle import ROADS, DeploymentState
from incidents.models import Deployment

State = DeploymentState


class Side(StrEnum):
    PROVIDER = "provider"
    COMMAND = "command"
    SUPERVISION = "supervision"


RULES: Final[dict[Side, Rule]] = {
    Side.PROVIDER: rules.provides,
    Side.COMMAND: rules.may_direct_there,
    Side.SUPERVISION: rules.may_supervise,
}

_COMING: Final = (State.COMMITTED, State.MOBILIZING, State.EN_ROUTE)
_READY: Final = (State.STAGED, State.AVAILABLE_BASE, State.ASSIGNED)
_THERE: Final = (State.CHECKED_IN, *_READY, State.OUT_OF_SERVICE)

Movers = tuple[tuple[State, ...], tuple[State, ...], frozenset[Side]]

_PROVIDER: Final = frozenset({Side.PROVIDER})
_COMMAND: Final = frozenset({Side.COMMAND})
_SUPERVISION: Final = frozenset({Side.SUPERVISION})

TABLE: Final[tuple[Movers, ...]] = (
    ((State.ORDERED,), (State.COMMITTED,), _PROVIDER),
    ((State.ORDERED,), (State.CANCELLED,), _COMMAND),
    ((State.COMMITTED, State.MOBILIZING), (State.MOBILIZING, State.EN_ROUTE), _PROVIDER),
    (_COMING, (State.CANCELLED,), _COMMAND),
    (_COMING, (State.WITHDRAWN,), _PROVIDER),
    (_COMING, (State.CHECKED_IN,), _SUPERVISION),
    ((State.CHECKED_IN, *_READY, State.OUT_OF_SERVICE), _READY, _SUPERVISION),
    (_THERE, (State.OUT_OF_SERVICE,), _PROVIDER | _SUPERVISION),
    (_THERE, (State.DEMOBILIZING,), _COMMAND),
    ((State.DEMOBILIZING,), (State.STAGED, State.RELEASED), _COMMAND),
    ((*_THERE, State.DEMOBILIZING), (State.WITHDRAWN,), _PROVIDER),
    (
        (State.RELEASED, State.RETURNING, State.WITHDRAWN),
        (State.RETURNING, State.HOME),
        _PROVIDER,
    ),
)

MAY_TAKE: Final[dict[tuple[State, State], frozenset[Side]]] = {
    (here, to): sides
    for froms, tos, sides in TABLE
    for here in froms
    for to in tos
    if to in ROADS[State][here]
}

# Within one state a resource may still go to another division or staging area.
STAYS: Final = frozenset({State.STAGED, State.ASSIGNED})

# Roads for which chapter 3.1 wants a reason.
REASON_FOR: Final = frozenset({State.CANCELLED, State.WITHDRAWN, State.OUT_OF_SERVICE})


def movers(here: State, to: State) -> frozenset[Side]:
    """The sides that may take this road; the same state is a change of division."""
    if here == to and here in STAYS:
        return _SUPERVISION
    return MAY_TAKE.get((here, to), frozenset())


def needs_reason(here: State, to: State) -> bool:
    return to in REASON_FOR or (here, to) == (State.DEMOBILIZING, State.STAGED)


def stands_on(actor: Actor, deployment: Deployment) -> frozenset[Side]:
    """The sides on which the actor stands, towards this deployment."""
    own = Deployment.objects.filter(pk=deployment.pk)
    return frozenset(side for side, rule in RULES.items() if rule.scope(own, actor).exists())
