"""Acts of a story about the incident as a whole: who is there, who commands, to what end."""

from __future__ import annotations

from audit.actors import Actor
from config.demo import acts
from config.demo.seeding.scenes import Scene, perform
from config.demo.seeding.zones import ZONE
from incidents import acting, writes
from incidents.models import Hazard, Mode, Role


@perform.register
def open_incident(act: acts.Open, scene: Scene, actor: Actor) -> None:
    opened = writes.open_incident(
        actor,
        acting.agency(actor),
        name=act.name,
        kind=Hazard(act.kind),
        mode=Mode(act.mode),
        place=act.place,
        latitude=act.latitude,
        longitude=act.longitude,
        complexity=act.complexity,
        time_zone=ZONE.key,
        occurred_at=scene.at,
    )
    scene.incident = opened.incident


@perform.register
def take_command(act: acts.TakeCommand, scene: Scene, actor: Actor) -> None:
    writes.assume_command(actor, scene.own_seat(actor), occurred_at=scene.at)


@perform.register
def invite(act: acts.Invite, scene: Scene, actor: Actor) -> None:
    guest = scene.peopled.agencies[act.agency]
    writes.invite_agency(
        actor, scene.incident, agency=guest, role=Role(act.role), occurred_at=scene.at
    )


@perform.register
def join(act: acts.Join, scene: Scene, actor: Actor) -> None:
    writes.accept_invitation(actor, scene.incident, occurred_at=scene.at)


@perform.register
def unify(act: acts.Unify, scene: Scene, actor: Actor) -> None:
    """The first partner makes command unified, the others are added; each takes their seat."""
    holders = [scene.peopled.people[email] for email in act.holders]
    first, *others = [one for one in holders if one != actor]
    at = {"occurred_at": scene.at}
    made = writes.establish_unified_command(
        actor, scene.incident, agency=acting.agency(first), **at
    )
    writes.assume_command(first, made.seat, **at)
    for one in others:
        added = writes.add_command_seat(actor, scene.incident, agency=acting.agency(one), **at)
        writes.assume_command(one, added.seat, **at)


@perform.register
def set_objective(act: acts.SetObjective, scene: Scene, actor: Actor) -> None:
    writes.set_objective(actor, scene.incident, text=act.text, occurred_at=scene.at)
