"""Frames: the rows of a stream that are newer than a viewer has, as that viewer may see them.

A first snapshot, the next change and the way back after a broken link are one
thing: the newest image of every row since some line, drawn through the sheets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

import orjson
from django.db import connection

from agencies.grants import Grants, Viewer
from agencies.reads.roll import Heads, Roll, heads_of
from agencies.reads.through import through_the_wall
from agencies.sharing import GRANTORS, drawn
from audit import clock, looks, trips
from audit.actors import Actor
from audit.looks import Looks
from audit.reads import looking_for_many

Images = Sequence[tuple[str, dict[str, Any] | None, int]]


@dataclass(frozen=True, slots=True)
class View:
    """One audience of one stream. All who share a view get the same bytes.

    So do views of one agency whose grants are equal: what their seats and clearances
    give them is the same here. ``member`` is whoever is named, and so has a view of their
    own; ``bound`` what a token is for.
    """

    stream: str
    agency: UUID
    agency_name: str = field(compare=False, default="")
    seats: frozenset[str] = frozenset()
    clearances: frozenset[str] = frozenset()
    member: UUID | None = None
    bound: str = ""

    @classmethod
    def of(cls, stream: str, actor: Actor) -> Self:
        who = actor.home, actor.agency, actor.seats, actor.clearances, None, actor.bound
        return cls(stream, *who)

    @property
    def viewer(self) -> Viewer:
        return Viewer(self.agency, self.seats, self.clearances, self.member, self.bound)

    @property
    def sort(self) -> str:
        return self.stream.partition(":")[0]

    @property
    def subject(self) -> UUID:
        return UUID(self.stream.partition(":")[2])


@dataclass(frozen=True, slots=True)
class Want:
    """What an audience has not seen yet: everything after a line. After 0 is everything.

    It was shown what it has under ``terms``; under others it wants everything again.
    Of those ``present``, who may act no more when the rows are read hears nothing
    of them, and is not among the ``members`` to whom they were shown.
    """

    view: View
    after: int
    members: tuple[str, ...] = ()
    present: frozenset[UUID] = frozenset()
    terms: bytes = b""

    def since(self, grants: Grants | None) -> int:
        """After which line its rows are drawn, under these grants."""
        other = grants is not None and self.terms not in (b"", grants.terms)
        return 0 if other else self.after


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answer to a want. ``rows`` is nothing where the viewer may no longer look.

    Answers of which these are the same rows are the same bytes.
    """

    want: Want
    rows: dict[str, Any] | None
    grants: Grants | None
    terms: bytes = b""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at a stream brought: for every want its rows, all as of one line."""

    head: int
    at: str
    answers: tuple[Drawn, ...]


def rows_for(view: View, grants: Grants, images: Images) -> dict[str, Any]:
    """The images through the sheets, with nothing for what is gone.

    What may not be known of is left out: its key alone would say that there is
    something, and how often.
    """
    shown = ((key, row, drawn(view.sort, key, row, grants)) for key, row, _seq in images)
    return {key: seen for key, row, seen in shown if row is None or seen is not None}


def frames(stream: str, wants: Iterable[Want], roll: Roll | None = None) -> Round:
    """Look at a stream once for many audiences; record, in one commit, who was shown what.

    ``roll`` is what was known of those present; without one, everybody is asked about anew.
    """
    asked, roll = tuple(wants), roll or Roll()
    audiences: dict[Audience, tuple[Actor, Looks]] = {}
    with looking_for_many(audiences.values()):
        now = _now(stream, asked, after=min((want.after for want in asked), default=0))
        if any(want.since(now.held.get(want.view.viewer)) < want.after for want in asked):
            now = _now(stream, asked, after=0)
        # Asked after the rows were read: whoever was suspended before one was told is missing.
        roll.call(_present(asked), clock.now(), now.heads)
        answers = _answers(asked, now.held, now.images, roll, audiences)
        at = clock.now().isoformat()
    return Round(now.head, at, answers)


@dataclass(frozen=True, slots=True)
class Now:
    """A stream's newest images, where the agencies' own ledgers stand, and who holds what."""

    head: int
    images: Images
    heads: Heads
    held: Mapping[Viewer, Grants]


def _now(stream: str, asked: Sequence[Want], *, after: int) -> Now:
    """All of it in one trip, each asked after the one before it."""
    viewers = frozenset(want.view.viewer for want in asked)
    with trips.together():
        images = _images(stream, after=after)
        heads = heads_of(_present(asked))
        passed = through_the_wall(stream, viewers)
        held = _held(asked, viewers)
    through = passed()
    held = {viewer: grants for viewer, grants in held.items() if viewer in through}
    return Now(*images(), heads(), held)


Audience = tuple[UUID, bytes, int]


def _answers(
    asked: Sequence[Want],
    held: Mapping[Viewer, Grants],
    images: Images,
    roll: Roll,
    audiences: dict[Audience, tuple[Actor, Looks]],
) -> tuple[Drawn, ...]:
    """Rows are drawn once for all who hold the same and have seen the same."""
    drawn_for: dict[Audience, dict[str, Any]] = {}
    answers = []
    for want in asked:
        grants = held.get(want.view.viewer)
        names = roll.names(want.present) or want.members
        if grants is None:
            answers.append(Drawn(want, None, None))
        elif want.present and not names:
            answers.append(Drawn(want, {}, grants))
        else:
            terms, since = grants.terms, want.since(grants)
            audience = (want.view.agency, terms, since)
            _actor, shown = audiences.setdefault(audience, (_audience(want), _looks(want)))
            shown.members = tuple(sorted({*shown.members, *names}))
            shown.purposes |= grants.looked_for(want.present)
            if audience not in drawn_for:
                newer = [image for image in images if image[2] > since]
                with looks.gathered(shown):
                    drawn_for[audience] = rows_for(want.view, grants, newer)
            answers.append(Drawn(want, drawn_for[audience], grants, terms, since == 0))
    return tuple(answers)


def _present(asked: Sequence[Want]) -> dict[UUID, frozenset[UUID]]:
    """Who is there, by their agency: a view is one agency's."""
    there: defaultdict[UUID, frozenset[UUID]] = defaultdict(frozenset)
    for want in asked:
        if want.present:
            there[want.view.agency] |= want.present
    return there


def _held(asked: Sequence[Want], viewers: frozenset[Viewer]) -> Mapping[Viewer, Grants]:
    """What everybody who asks holds at this moment, in one question."""
    if not asked:
        return {}
    view = asked[0].view
    return GRANTORS[view.sort](viewers, view.subject)


def _images(stream: str, *, after: int) -> Callable[[], tuple[int, Images]]:
    """Ask for a stream's head and its newest images, of one and the same moment."""
    cursor = connection.cursor()
    cursor.execute(
        """
        SELECT s.head_seq, i.key, i.row::text, i.seq FROM audit_stream s
        LEFT JOIN audit_image i ON i.stream_key = s.key AND i.seq > %s
        WHERE s.key = %s
        """,
        [after, stream],
    )

    def heard() -> tuple[int, Images]:
        found = cursor.fetchall()
        head: int = found[0][0] if found else 0
        return head, [(key, orjson.loads(row), seq) for _head, key, row, seq in found if key]

    return heard


def _audience(want: Want) -> Actor:
    return Actor(
        member_id=None,
        agency_id=want.view.agency,
        name="those present",
        agency=want.view.agency_name,
        via="live",
    )


def _looks(want: Want) -> Looks:
    return Looks(
        viewer=want.view.agency,
        read=f"live.{want.view.sort}",
        about=want.view.stream,
    )
