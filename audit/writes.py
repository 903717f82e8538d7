"""The only way to change anything: through a rule, under a lock, into the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial, wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.models import Model

from audit import admitting, claims, clock, constraints, ledger, metrics, trips, walls
from audit.actors import PROVED, Actor
from audit.facts import Fact
from audit.refusals import NotAllowed, NotFound, ProveAgain, Refusal, Unrecorded
from audit.rules import VISIBLE, Rule

P = ParamSpec("P")
M = TypeVar("M", bound=Model)
Facts = TypeVar("Facts", bound=Fact | tuple[Fact, ...])
Consequence = Callable[[Actor, Any], Iterable[Fact]]

DEADLOCK_TRIES = 3
FOLLOWED = "it follows from what somebody else did"


@dataclass(frozen=True, slots=True)
class Write:
    """What the conformance tests need to know about one write."""

    name: str
    subject: type[Model]
    allow: Rule
    under: str
    shares: bool
    wide: str
    tells_many: bool
    function: Callable[..., Any]


WRITES: dict[str, Write] = {}
CONSEQUENCES: dict[type[Fact], list[Consequence]] = defaultdict(list)


def write(
    *, allow: Rule, under: str = "", shares: bool = False, wide: str = ""
) -> Callable[
    [Callable[Concatenate[Actor, M, P], Facts]],
    Callable[Concatenate[Actor, UUID, P], Facts],
]:
    """Make a function a write.

    The caller passes an id. The row is fetched through ``allow`` and locked in
    the same query, so there is no moment at which it is loaded but unchecked,
    or checked but stale. The function returns the fact it made true (a tuple,
    where one act makes several things true), and that is appended to the ledger
    in the same transaction. A repeat, by the actor's key, returns the first answer.

    ``under`` is the path to a row that is locked before the subject ("line__request"):
    writes to the parts of one whole take turns, so that they need not guess in
    which order others lock the parts.

    ``shares`` is for a write that only needs its subject to stay as it is: it waits for
    those that change the row, and they for it, but not for others of its sort.

    ``wide`` is why all of the function has to look beyond the second wall. Others stand where
    their actor stands, also when they carry out what they were admitted to (`tests/beyond.py`).
    """

    def decorate(
        function: Callable[Concatenate[Actor, M, P], Facts],
    ) -> Callable[Concatenate[Actor, UUID, P], Facts]:
        declared = _declared(function, allow, under, shares, wide)

        @wraps(function)
        def run(actor: Actor, pk: UUID, /, *args: P.args, **inputs: P.kwargs) -> Facts:
            try:
                facts = _patiently(partial(_carry_out, declared, actor, pk, args, inputs))
            except ProveAgain:
                raise  # nobody was turned away: they are asked, and go on
            except (NotAllowed, NotFound) as refused:
                claims.when_over(partial(_remember, declared, actor, pk, refused))
                raise
            metrics.writes.labels(declared.name).inc()
            return facts if declared.tells_many else facts[0]  # type: ignore[return-value]

        WRITES[declared.name] = declared
        return run

    return decorate


def consequence(of: type[Fact]) -> Callable[[Consequence], Consequence]:
    """Let an upper app add what follows from a lower app's fact.

    It runs in the write's own transaction, under the same locks, and returns
    further facts (or none); what it changes, it tells.
    """

    def register(function: Consequence) -> Consequence:
        CONSEQUENCES[of].append(function)
        return function

    return register


def _carry_out(
    declared: Write,
    actor: Actor,
    pk: UUID,
    args: tuple[Any, ...],
    inputs: dict[str, Any],
) -> tuple[Fact, ...]:
    whole = not connection.in_atomic_block
    with (
        transaction.atomic(savepoint=not claims.claimed()),
        constraints.translated(),
        walls.standing(_place_of(declared, actor)),
    ):
        begun, found = _begin(declared, actor, pk, inputs)
        if begun.already is not None:
            return begun.already
        with clock.stands_at(begun.moment):
            row, because = _admitted(declared, pk, actor, found())
            facts = _facts(declared, declared.function(actor, row, *args, **inputs))
            told = [_told(actor, fact, because) for fact in _with_consequences(actor, facts)]
            ledger.append(told, key_of=actor, answered=len(facts), commit=whole)
    return facts


def _begin(
    declared: Write, actor: Actor, pk: UUID, inputs: dict[str, Any]
) -> tuple[ledger.Begun, admitting.Found]:
    """Whether this is a repeat, and the row, locked, if its rule admits the actor."""
    with trips.together():
        turn = admitting.turn_of(declared.subject, pk)
        begun = ledger.begin(declared.name, actor, pk, inputs, turn=turn, shared=declared.shares)
        if not claims.claimed():
            admitting.lock_above(declared.subject, declared.under, pk)
        found = admitting.locking(
            declared.allow, declared.subject, pk, actor, shared=declared.shares
        )
        if declared.wide:
            connection.cursor().execute(*walls.told(_place_of(declared, actor)))
    return begun(), found


def _place_of(declared: Write, actor: Actor) -> walls.Place:
    """Where a write stands once its subject was found: where its actor stands, if it can."""
    there = walls.place_of(actor)
    return replace(there, reach=there.reach or declared.wide)


def _told(actor: Actor, fact: Fact, because: str) -> ledger.Telling:
    """Who tells a fact, and why they might. Whose name is kept back, theirs is the reason too."""
    by = fact.told_by(actor)
    return by, fact, because if by == actor else FOLLOWED


def _admitted(
    declared: Write, pk: UUID, actor: Actor, found: tuple[Model, int] | None
) -> tuple[Model, str]:
    """The row, and the sentence of the rule that let the actor at it."""
    if found is None:
        raise _turned_away(declared, pk, actor)
    row, held = found
    return row, declared.allow.sentence(held)


def _turned_away(declared: Write, pk: UUID, actor: Actor) -> Refusal:
    """Those who may see the row hear why not; for everybody else it does not exist."""
    rows = declared.subject._default_manager.filter(pk=pk)
    with walls.looking_from(walls.place_of(actor)):
        if not VISIBLE[declared.subject].scope(rows, actor).exists():
            return NotFound()
        proved = replace(actor, proved_at=PROVED)
        if actor.may_prove and declared.allow.scope(rows, proved).exists():
            return ProveAgain()
    return NotAllowed.unless(declared.allow.because)


def _facts(declared: Write, said: Any) -> tuple[Fact, ...]:
    facts = said if isinstance(said, tuple) else (said,)
    if not facts or not all(isinstance(fact, Fact) for fact in facts):
        raise Unrecorded(declared.name)
    return facts


def _with_consequences(actor: Actor, facts: tuple[Fact, ...]) -> list[Fact]:
    """The facts, and whatever follows from them, and from that."""
    told = list(facts)
    for fact in told:  # grows while it is read: a consequence may have its own
        for follows in CONSEQUENCES[type(fact)]:
            told.extend(follows(actor, fact))
    return told


def _patiently(run: Callable[[], tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Try again when the database broke a deadlock by choosing us; nobody should see that."""
    for _ in range(DEADLOCK_TRIES - 1):
        try:
            return run()
        except OperationalError as wrong:
            if not constraints.is_deadlock(wrong) or transaction.get_connection().in_atomic_block:
                raise
    return run()


def _remember(declared: Write, actor: Actor, pk: UUID, refused: Refusal) -> None:
    with transaction.atomic():
        ledger.turn_away(
            actor,
            tried=declared.name,
            subject=pk,
            code=refused.code,
            sentence=str(refused),
        )


def _declared(
    function: Callable[..., Any], allow: Rule, under: str, shares: bool, wide: str
) -> Write:
    hints = get_type_hints(function)
    second = list(signature(function).parameters)[1]
    if shares:
        admitting.SHARED.add(hints[second])
    return Write(
        name=f"{function.__module__}.{function.__name__}",
        subject=hints[second],
        allow=allow,
        under=under,
        shares=shares,
        wide=wide,
        tells_many=getattr(hints["return"], "__origin__", None) is tuple,
        function=function,
    )
