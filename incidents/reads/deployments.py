from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents import rules, sides
from incidents.lifecycle import COMING, ON_SCENE, DeploymentState
from incidents.models import Deployment, Division, Objective
from incidents.reads.board import held_at, one, snapshot
from incidents.reads.ledger_images import fresh, newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A step that the viewer may take a deployment along."""

    to: str
    label: str
    needs_reason: bool
    needs_division: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One deployment as a dialog shows it: the row, and where it may go from here."""

    incident: UUID
    row: dict[str, Any]
    roads: tuple[Road, ...]
    own: bool

    @property
    def key(self) -> str:
        """How boards name its row; whoever asks why a field is shown names it so."""
        return f"deployment:{self.row['id']}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """What one agency has at an incident, in units and in people."""

    agency: str
    agency_name: str
    units: list[dict[str, Any]]
    people: int


@read
def deployment(actor: Actor, pk: UUID) -> Stay:
    """One resource's stay at an incident."""
    row = rules.participates_there.scope(Deployment.objects.all(), actor).filter(pk=pk).first()
    if row is None:
        raise NotFound
    shown = one(actor, row.incident_id, "deployment", row)
    return Stay(
        incident=row.incident_id,
        row=shown,
        roads=tuple(_roads(actor, row)),
        own=row.agency_id == actor.agency_id,
    )


@read
def roster(actor: Actor, pk: UUID) -> list[Crew]:
    """Who is at the incident or on the way, by agency: its units and how many people."""
    held = held_at(actor, pk)
    seq, images = newest(pk)
    listed = [image for image in images if image[0].startswith(("participation:", "deployment:"))]
    shown = snapshot(actor, pk, held, seq, listed)
    names = {row["agency"]: row["agency_name"] for row in shown.of_kind("participation")}
    there = {str(state) for state in COMING | ON_SCENE}
    units = [row for row in shown.of_kind("deployment") if row["state"] in there]
    return [
        _crew(agency, name, [row for row in units if row["owner"] == agency])
        for agency, name in sorted(names.items(), key=lambda named: str(named[1]))
    ]


@read
def divisions(actor: Actor, pk: UUID) -> list[dict[str, Any]]:
    """The open divisions, groups and staging areas of an incident."""
    held = held_at(actor, pk)
    images = fresh(pk, *Division.objects.filter(incident=pk, closed_at__isnull=True))
    return snapshot(actor, pk, held, 0, images).of_kind("division")


@read
def division(actor: Actor, pk: UUID) -> dict[str, Any]:
    """One open division, group or staging area."""
    open_ = Division.objects.filter(closed_at__isnull=True)
    row = rules.participates_there.scope(open_, actor).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return one(actor, row.incident_id, "division", row)


@read
def objective(actor: Actor, pk: UUID) -> dict[str, Any]:
    """One objective."""
    row = rules.participates_there.scope(Objective.objects.all(), actor).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return one(actor, row.incident_id, "objective", row)


def _crew(agency: str, name: str, units: list[dict[str, Any]]) -> Crew:
    people = sum(row["personnel"] or 0 for row in units)
    return Crew(agency=agency, agency_name=name, units=units, people=people)


def _roads(actor: Actor, row: Deployment) -> Iterator[Road]:
    """The steps that the viewer's sides may take from here."""
    here, own = DeploymentState(row.state), sides.stands_on(actor, row)
    for to in DeploymentState:
        waits = row.unordered and to == DeploymentState.ASSIGNED
        if own & sides.movers(here, to) and not waits:
            yield Road(
                to=to,
                label=str(to.label),
                needs_reason=sides.needs_reason(here, to),
                needs_division=to == DeploymentState.ASSIGNED,
            )
