"""Requests with their lines, their ladders and who answered what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.grants import Grants
from agencies.sharing import drawn
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.reads.board import held_at, one, one_as
from incidents.rules import works
from mutualaid import ladder, rules
from mutualaid.lifecycle import (
    SETTLED_LINES,
    UNANSWERED,
    LineStatus,
    RequestStatus,
    RungStatus,
    SolicitationStatus,
)
from mutualaid.models import OrderLine, RequestMessage, ResourceRequest, Rung, Solicitation
from mutualaid.reads.images import incident as painters

Row = dict[str, Any]
Rows = dict[str, dict[UUID, Row]]
Image = tuple[str, Mapping[str, Any] | None]

OVER = frozenset({RequestStatus.CANCELLED, RequestStatus.CLOSED})


@dataclass(frozen=True, slots=True)
class Step:
    """A rung and everybody who was asked in it."""

    rung: Row
    answers: tuple[Row, ...]
    may_skip_to: bool
    changed: str  # since it was planned; for the requester, whose plan it is


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line and its ladder, first rung first."""

    line: Row
    ladder: tuple[Step, ...]
    short: int  # so many nobody is left to ask for, although others are still asked
    gives_up: bool
    may_close_short: bool
    may_cancel: bool


@dataclass(frozen=True, slots=True)
class RequestShown:
    """A request as the viewer's agency may see it, and what the viewer may do to it."""

    id: UUID
    incident: UUID
    incident_name: str
    incident_number: str
    mode: str
    request: Row
    lines: tuple[LineShown, ...]
    may_order: bool
    may_steer: bool
    is_over: bool
    is_settled: bool  # nothing more is sought


@read
def request(actor: Actor, pk: UUID) -> RequestShown:
    """The request page. For who is only asked it does not exist: they have their inbox."""
    rows = at_incident_of(actor).filter(pk=pk).select_related("incident")
    found = rows.first()
    if found is None:
        raise NotFound
    return _shown(actor, [found], held_at(actor, found.incident_id))[0]


@read
def zone(actor: Actor, pk: UUID) -> str | None:
    """The time zone of the incident that a request belongs to, for who may know of it."""
    zones = at_incident_of(actor).filter(pk=pk).values_list("incident__time_zone", flat=True)
    its: str | None = zones.first()
    return its


@read
def requests(actor: Actor, incident: UUID) -> list[RequestShown]:
    """Every request at an incident, newest first."""
    held = held_at(actor, incident)
    found = ResourceRequest.objects.filter(incident=incident).select_related("incident")
    return _shown(actor, list(found.order_by("-requested_at")), held)


@read
def request_of_message(actor: Actor, message: str) -> UUID | None:
    """The request that this message of the actor's agency made or changed, if it came before."""
    received = RequestMessage.objects.filter(sent_by=actor.agency_id, message_id=message)
    return received.values_list("request", flat=True).first()


@read
def incident_asked_for(actor: Actor, pk: UUID) -> Row:
    """What a new request needs to know of its incident."""
    return one(actor, pk, "incident", Incident(pk=pk))


def at_incident_of(actor: Actor) -> Any:
    """The requests at incidents of the actor's agency."""
    return rules.at_incident("incident").scope(ResourceRequest.objects.all(), actor)


def _shown(actor: Actor, found: list[ResourceRequest], held: Grants) -> list[RequestShown]:
    """Requests of one incident; what is asked of the database is asked for all of them at once."""
    if not found:
        return []
    pks = frozenset(each.pk for each in found)
    own = ResourceRequest.objects.filter(pk__in=pks)
    its = found[0].incident
    incident = one_as(actor, its.pk, held, "incident", its)
    rows = rows_of(pks, held)
    steered = _pks(rules.may_steer.scope(own, actor))
    ordered = _pks((rules.requested_by("") & works).scope(own, actor))
    return [
        laid_out(row, incident, rows, order=row["id"] in ordered, steer=row["id"] in steered)
        for row in (rows["request"][each.pk] for each in found)
    ]


def laid_out(row: Row, incident: Row, rows: Rows, *, order: bool, steer: bool) -> RequestShown:
    lines = [line for line in rows["line"].values() if line["request"] == row["id"]]
    return RequestShown(
        id=row["id"],
        incident=incident["id"],
        incident_name=incident["name"],
        incident_number=incident["number"],
        mode=incident["mode"],
        request=row,
        lines=tuple(
            _line(line, rows, order=order, steer=steer, asks=row["status"] != RequestStatus.ON_HOLD)
            for line in sorted(lines, key=lambda line: str(line["number"]))
        ),
        may_order=order,
        may_steer=steer,
        is_over=row["status"] in OVER,
        is_settled=row["status"] in OVER | {RequestStatus.FILLED},
    )


def _line(row: Row, rows: Rows, *, order: bool, steer: bool, asks: bool) -> LineShown:
    """``asks`` says whether anybody is asked at all: on hold nobody is."""
    rungs = [rung for rung in rows["rung"].values() if rung["line"] == row["id"]]
    asked = [one for one in rows["solicitation"].values() if one["line"] == row["id"]]
    answers = sorted(asked, key=lambda one: (one["asked_at"], one["agency_name"]))
    given_up = row["status"] == LineStatus.UNABLE_TO_FILL
    return LineShown(
        line=row,
        ladder=tuple(
            _step(rung, [one for one in answers if one["rung"] == rung["id"]], skips=steer and asks)
            for rung in sorted(rungs, key=lambda rung: int(rung["position"]))
        ),
        short=_short(row, rungs, asked),
        gives_up=given_up and order and asks,
        may_close_short=order and (given_up or row["status"] == LineStatus.PARTIALLY_FILLED),
        may_cancel=steer and row["status"] not in SETTLED_LINES,
    )


def _short(line: Row, rungs: list[Row], asked: list[Row]) -> int:
    """How many are wanted beyond what was offered and may still be, with no rung left to go to."""
    running = {rung["id"] for rung in rungs if rung["status"] == RungStatus.ASKED}
    if not running or any(rung["status"] == RungStatus.WAITING for rung in rungs):
        return 0
    awaited: int = sum(
        one["asked_quantity"] if one["status"] in UNANSWERED else one["quantity"]
        for one in asked
        if one["status"] == SolicitationStatus.OFFERED
        or (one["status"] in UNANSWERED and one["rung"] in running)
    )
    return max(0, int(line["outstanding"]) - awaited)


def _step(rung: Row, answers: list[Row], *, skips: bool) -> Step:
    told = str(rung["note"]).startswith(ladder.news()) and isinstance(rung["plan"], list)
    asked = {str(one["agency"]): one["agency_name"] for one in answers}
    return Step(
        rung=rung,
        answers=tuple(answers),
        may_skip_to=skips and rung["status"] == RungStatus.WAITING,
        changed=ladder.changed(rung["plan"], asked) if told else "",
    )


def rows_of(requests: frozenset[UUID], held: Grants) -> Rows:
    """Everything of these requests through the sheets, by kind and id."""
    lines = _pks(OrderLine.objects.filter(request__in=requests))
    painted = {
        "request": painters.requests(requests),
        "line": painters.lines(lines),
        "rung": painters.rungs(_pks(Rung.objects.filter(line__in=lines))),
        "solicitation": painters.solicitations(_pks(Solicitation.objects.filter(line__in=lines))),
    }
    return {kind: dict(_drawn(rows, held)) for kind, rows in painted.items()}


def _drawn(rows: Iterable[Image], held: Grants) -> Iterator[tuple[UUID, Row]]:
    for key, row in rows:
        pk = UUID(key.partition(":")[2])
        if (shown := drawn("incident", key, row, held)) is not None:
            yield pk, {"id": pk, **shown}


def _pks(rows: Any) -> frozenset[UUID]:
    return frozenset(rows.values_list("pk", flat=True))


@read
def offer(actor: Actor, request: UUID, pk: UUID) -> Row:
    """One answer to a request at an incident of the actor's agency."""
    mine = rules.at_incident("line__request__incident").scope(Solicitation.objects.all(), actor)
    found = mine.filter(pk=pk, line__request=request).select_related("line__request").first()
    if found is None:
        raise NotFound
    ((key, row),) = painters.solicitations(frozenset({pk}))
    shown = drawn("incident", key, row, held_at(actor, found.line.request.incident_id))
    return {"id": pk, **(shown or {})}
