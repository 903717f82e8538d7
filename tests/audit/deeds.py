"""A write and a read of the tests' own, so that the ledger is tried apart from any domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from agencies.categories import Category
from agencies.sharing import Grants, Sheet, drawn, lay, participants
from audit import clock, streams, walls
from audit.actors import Actor
from audit.facts import Fact
from audit.reads import read
from audit.refusals import NotAllowed, Refusal
from audit.rules import rule
from audit.writes import consequence, write
from incidents.models import Incident, Note, Participation


class Unspeakable(Refusal):
    """Nobody writes that down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribbled(Fact, kind="tests.scribbled"):
    """Somebody scribbled something."""

    incident: UUID
    scribble: UUID
    text: str

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_incident(self.incident),)


@rule("your agency is at this incident")
def is_there(actor: Actor) -> Q:
    there = Participation.objects.filter(incident=OuterRef("pk"), agency=actor.agency_id)
    return Q(Exists(there))


@rule("your agency opened it")
def opened_it(actor: Actor) -> Q:
    return Q(opened_by=actor.agency_id)


@write(allow=opened_it | is_there)
def scribble(actor: Actor, incident: Incident, *, text: str) -> Scribbled:
    """Write something down at an incident."""
    if text == "unspeakable":
        raise Unspeakable
    note = Note.objects.create(
        incident=incident,
        agency_id=actor.home,
        author=actor.name,
        category=Category.OPS,
        text=text,
        at=clock.now(),
        recorded_at=clock.now(),
    )
    return Scribbled(incident=incident.pk, scribble=note.pk, text=text, touches=(note,))


@write(allow=opened_it)
def say_nothing(actor: Actor, incident: Incident) -> Scribbled:
    """Change something without a word. The ledger will not have it."""
    incident.name = "Renamed in silence"
    incident.save(update_fields=["name"])
    return None  # type: ignore[return-value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whispered(Fact, kind="tests.whispered"):
    """Somebody passed on what was scribbled."""

    incident: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_incident(self.incident),)


@write(allow=opened_it | is_there)
def scribble_twice(actor: Actor, incident: Incident, *, often: int) -> tuple[Scribbled, ...]:
    """Write the same down twice, which is passed on each time."""
    said = Scribbled(incident=incident.pk, scribble=incident.pk, text="Passed on.")
    return said, said


@consequence(of=Scribbled)
def passed_on(actor: Actor, fact: Scribbled) -> list[Fact]:
    return [Whispered(incident=fact.incident)] if fact.text == "Passed on." else []


@read
def scribbles(actor: Actor, incident: UUID) -> list[dict[str, Any] | None]:
    """What was scribbled, drawn for the actor's agency."""
    grants = Grants(actor.agency_id or incident, participants("your agency is there"), {})
    with walls.beyond("tests"):
        notes = list(Note.objects.filter(incident=incident))
    return [
        drawn(
            "incident",
            f"scribble:{note.pk}",
            {"owner": note.agency_id, "version": 1, "text": note.text},
            grants,
        )
        for note in notes
    ]


@read
def peep(actor: Actor) -> None:
    """Nobody may look at this."""
    raise NotAllowed


lay(Sheet(text=Category.OPS), on="incident", over="scribble")
