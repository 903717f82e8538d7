"""The second wall's context: who asks the database, told to it in this one place.

PostgreSQL's row policies (`audit.policies`) show an agency what it may see at all. Reads and
writes tell them who asks; a query outside of both sees nothing of any agency's data. What must
look further says so by name, in `beyond`, and is listed in `tests/beyond.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from audit import trips
from audit.actors import Actor

SAY: Final = """
    SELECT set_config('app.agency', %s, true), set_config('app.actor', %s, true),
           set_config('app.reach', %s, true), transaction_timestamp(),
           set_config('app.bound', %s, true), set_config('plan_cache_mode', %s, true)
"""

# Who works for every agency asks the same again and again. Left to itself, the database makes
# five plans of it on each connection first, and each costs several times what carrying it out does.
PLANNED: Final = {True: "auto", False: "force_generic_plan"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands before the wall: whose rows they see, and how far beyond.

    ``bound`` is what a token is for (`audit.bounds`): it sees nothing of the other.
    """

    agency: UUID | None = None
    member: UUID | None = None
    reach: str = ""
    bound: str = ""


# Where those stand who carry out what is due, follow the ledger, check it, or run the installation.
CLOCK: Final = Place(reach="clock")
FOLLOWER: Final = Place(reach="follower")
CHECKER: Final = Place(reach="checker")
OPERATOR: Final = Place(reach="command")


# Where what runs now stands; nothing where no read, write or machine is at work.
_place: ContextVar[Place | None] = ContextVar("place", default=None)


def place() -> Place | None:
    """Where what runs now stands, as the database was told."""
    return _place.get()


def place_of(actor: Actor) -> Place:
    """A person stands at their own agency's; Muster's own parts see what they work for."""
    return Place(actor.agency_id, actor.member_id, actor.reach, actor.bound)


def say(there: Place) -> datetime:
    """Tell the database, for the length of the transaction. Returns when that began."""
    with connection.cursor() as cursor:
        with trips.together():  # with the BEGIN, where this is the first that it hears
            cursor.execute(*told(there))
        moment: datetime = cursor.fetchone()[3]
        return moment


def told(there: Place) -> tuple[str, list[str]]:
    """What tells the database, for what is sent to it together with something else."""
    return SAY, [
        *(str(there.agency or ""), str(there.member or ""), there.reach, there.bound),
        PLANNED[there.agency is not None],
    ]


@contextmanager
def standing(there: Place, *, back: bool = True) -> Iterator[None]:
    """Stand there while the block runs, which tells the database itself; then back where one stood.

    Where one stood nowhere, the transaction ends now, and what it was told with it.
    """
    before = _place.set(there)
    try:
        yield
    finally:
        _place.reset(before)
        if back and (stood := _place.get()) is not None and stood != there:
            _say_again(stood)


@contextmanager
def looking_from(there: Place) -> Iterator[datetime]:
    """Tell the database who asks, for the length of the block. Inside a transaction only."""
    with standing(there):
        yield say(there)


@contextmanager
def beyond(reason: str) -> Iterator[None]:
    """Look beyond the wall, for a reason that is listed in `tests/beyond.py`.

    For what must be known of others to answer rightly, and is not shown to whoever asks.
    """
    stood = _place.get() or Place()
    there = replace(stood, reach=reason)
    if stood.reach:
        yield
    elif not connection.in_atomic_block:
        with transaction.atomic(), looking_from(there):
            yield
    else:
        with standing(stood), looking_from(there):
            yield


@contextmanager
def beyond_from_here(reason: str) -> Iterator[None]:
    """The same for what ends a transaction: where one stood before is not told again."""
    stood = _place.get() or Place()
    there = replace(stood, reach=stood.reach or reason)
    with standing(there, back=False):
        if not stood.reach:
            say(there)
        yield


def seen_by(stream: str, agencies: Collection[UUID], bound: str) -> Callable[[], set[UUID]]:
    """Ask which of these agencies may see a stream at all, each from where it stands itself.

    By tokens that are ``bound``, or as people. What they are is heard later, for what is
    asked together with something else.
    """
    cursor = connection.cursor()
    cursor.execute("SELECT audit_seen_by(%s, %s, %s)", [stream, list(agencies), bound])
    return lambda: {agency for (agency,) in cursor.fetchall()}


@contextmanager
def at_work(there: Place) -> Iterator[None]:
    """One transaction of a part of Muster that works for every agency. Not for doors."""
    with transaction.atomic(), looking_from(there):
        yield


@contextmanager
def beyond_along(reason: str) -> Iterator[None]:
    """The same, told in the one trip in which something else is asked (`trips.together`)."""
    stood = _place.get() or Place()
    if stood.reach:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(*told(replace(stood, reach=reason)))
        with standing(replace(stood, reach=reason), back=False):
            yield
        cursor.execute(*told(stood))


def _say_again(there: Place) -> None:
    """Also after something went wrong, unless the transaction is lost to it anyway."""
    if connection.in_atomic_block and not connection.needs_rollback:
        with suppress(DatabaseError):
            say(there)
