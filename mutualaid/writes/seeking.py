"""A line that is being sought: its ladder, everybody asked, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from agencies.models import AskingPosition, Priority
from audit import walls
from audit.compiled import Loaded
from audit.facts import Fact
from mutualaid import matching
from mutualaid.lifecycle import (
    CLIMBING,
    SETTLED_LINES,
    STANDING,
    UNANSWERED,
    RungStatus,
    SolicitationStatus,
)
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation
from mutualaid.wanted import Occasion, Wanted

LINES = Loaded(OrderLine, by="request__lines", along="request__incident")
RUNGS = Loaded(Rung, by="line")
ASKED = Loaded(Solicitation, by="line")
REFUSED = frozenset({SolicitationStatus.DECLINED, SolicitationStatus.WITHDRAWN_BY_PROVIDER})

ON_THEIR_BEHALF = "a ladder goes on by its requester's agreements, whoever moves it on"


@dataclass(slots=True)
class Seeking:
    """One line and what hangs on it, loaded once, while its request is locked.

    Every write that touches a line locks its request first, so nothing here can
    be stale, and two dispatchers cannot both take the last unit (RULE-SM-01).
    ``siblings`` are all lines of the request, this one among them.
    """

    request: ResourceRequest
    line: OrderLine
    siblings: list[OrderLine]
    rungs: list[Rung]
    asked: list[Solicitation]
    round: int
    asked_at: datetime | None = None  # by voice, before it was recorded
    told: list[Fact] = field(default_factory=list)
    changed: dict[UUID, Model] = field(default_factory=dict)

    @classmethod
    def of(cls, line: UUID) -> Seeking:
        """Everything about a line."""
        siblings = LINES(line)
        found = next(one for one in siblings if one.pk == line)
        rungs = sorted(RUNGS(line), key=lambda rung: rung.position)
        return cls(
            request=found.request,
            line=found,
            siblings=siblings,
            rungs=rungs,
            asked=sorted(ASKED(line), key=lambda one: (one.asked_at, one.pk)),
            round=max((rung.round for rung in rungs), default=1),
        )

    @classmethod
    def newly(
        cls, request: ResourceRequest, line: OrderLine, *, asked_at: datetime | None = None
    ) -> Seeking:
        """A line that nobody has been asked for yet, at least not here."""
        return cls(
            request=request,
            line=line,
            siblings=[line],
            rungs=[],
            asked=[],
            round=1,
            asked_at=asked_at,
        )

    @property
    def offered(self) -> int:
        """How many stand offered and wait for the requester's answer."""
        return sum(
            one.offered_quantity for one in self.asked if one.status == SolicitationStatus.OFFERED
        )

    @property
    def outstanding(self) -> int:
        """How many somebody must still be asked for."""
        if self.line.status in SETTLED_LINES:
            return 0
        return max(0, self.line.wanted - self.offered)

    @property
    def awaited(self) -> int:
        """How many those who have not answered can bring at most, while their rung's time runs."""
        return sum(one.asked_quantity for one in self.unanswered_in_time)

    @property
    def missing(self) -> int:
        """How many nobody has offered and nobody who is asked can bring any more."""
        return max(0, self.outstanding - self.awaited)

    @property
    def unanswered(self) -> list[Solicitation]:
        return [one for one in self.asked if one.status in UNANSWERED]

    @property
    def unanswered_in_time(self) -> list[Solicitation]:
        """Who has not answered while the time of their own rung runs; the nearest first."""
        running = [rung.pk for rung in self.running]
        awaited = [one for one in self.unanswered if one.rung_id in running]
        return sorted(awaited, key=lambda one: running.index(one.rung_id))

    @property
    def running(self) -> list[Rung]:
        """The rungs whose time is running, or standing still on hold, first asked first."""
        return [rung for rung in self.rungs if rung.status in CLIMBING]

    def silent(self, rung: Rung) -> list[Solicitation]:
        """Who has not answered a running rung; its last one waits for those skipped past, too."""
        running = [one.pk for one in self.running]
        return [
            one
            for one in self.unanswered
            if one.rung_id == rung.pk or (one.rung_id not in running and rung.pk == running[-1])
        ]

    @property
    def waiting(self) -> list[Rung]:
        return [rung for rung in self.rungs if rung.status == RungStatus.WAITING]

    def solicitation(self, pk: UUID) -> Solicitation:
        return next(one for one in self.asked if one.pk == pk)

    def rung(self, pk: UUID) -> Rung:
        return next(one for one in self.rungs if one.pk == pk)

    def candidates(self) -> tuple[matching.Candidate, ...]:
        """Who may be asked now and has not been, in this round of asking (RULE-MA-02)."""
        passed = self._passed()
        return tuple(one for one in self._in_force() if one.agency not in passed)

    def most(self) -> dict[tuple[UUID, UUID], int]:
        """How many each agency may be asked for now, under the clause that lets it be asked."""
        found = self._in_force()
        return {(one.agency, UUID(one.clause["id"])): one.max_quantity for one in found}

    def _in_force(self) -> tuple[matching.Candidate, ...]:
        incident = self.request.incident
        near = matching.point(incident.latitude, incident.longitude)
        wanted = Wanted(
            kind=self.line.kind,
            type=self.line.type,
            or_better=self.line.or_better,
            priority=Priority(self.request.priority),
            occasion=Occasion(
                hazard=incident.kind,
                place=near,
                positions=frozenset(map(AskingPosition, self.request.asked_as)),
                declaration=self.request.declaration,
                eoc_level=self.request.eoc_level,
            ),
        )
        with walls.beyond(ON_THEIR_BEHALF):
            return matching.candidates(self.request.requested_by_id, wanted, near)

    def _passed(self) -> set[UUID]:
        """Agencies that stand asked, were asked in this round, or said no for good."""
        this_round = {rung.pk for rung in self.rungs if rung.round == self.round}
        retried = self.line.retried_at
        return {
            one.agency_id
            for one in self.asked
            if one.status in STANDING
            or one.rung_id in this_round
            or (one.status in REFUSED and (retried is None or one.asked_at > retried))
        }

    def tell(self, *facts: Fact) -> None:
        self.told.extend(facts)

    def change(self, *rows: Model) -> None:
        """Note rows that the incident's board must show anew."""
        self.changed |= {row.pk: row for row in rows}

    def changes(self) -> tuple[Model, ...]:
        return tuple(self.changed.values())

    @property
    def about_request(self) -> dict[str, Any]:
        return {"incident": self.request.incident_id, "request": self.request.pk}

    @property
    def about_line(self) -> dict[str, Any]:
        """What every fact about the line begins with."""
        return self.about_request | {"line": self.line.pk}

    def about(self, one: Solicitation) -> dict[str, Any]:
        """What every fact about one asked agency begins with."""
        return self.about_line | {
            "solicitation": one.pk,
            "agency": one.agency_id,
            "requester": self.request.requested_by_id,
        }
