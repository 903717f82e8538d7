"""Acts of a story about resources and what is written down of them."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from agencies import admission
from agencies.categories import Category, Purpose
from audit.actors import Actor
from config.demo import acts
from config.demo.seeding.scenes import Scene, perform
from incidents import writes
from incidents.lifecycle import DeploymentState
from incidents.models import DivisionKind, GuestSeat, Tier


@perform.register
def add_division(act: acts.AddDivision, scene: Scene, actor: Actor) -> None:
    added = writes.add_division(
        actor,
        scene.incident,
        kind=DivisionKind(act.kind),
        name=act.name,
        supervisor=act.supervisor,
        place=act.place,
    )
    scene.divisions[act.name] = added.division


@perform.register
def dispatch(act: acts.Dispatch, scene: Scene, actor: Actor) -> None:
    for key in act.resources:
        resource = scene.peopled.resources[key]
        writes.commit_resource(actor, scene.incident, resource=resource, occurred_at=scene.at)


@perform.register
def check_in(act: acts.CheckIn, scene: Scene, actor: Actor) -> None:
    for row in scene.deployments(actor, act.resources):
        writes.check_in(
            actor, UUID(row["id"]), version=row["version"], place=act.place, occurred_at=scene.at
        )


@perform.register
def assign(act: acts.Assign, scene: Scene, actor: Actor) -> None:
    for row in scene.deployments(actor, act.resources):
        writes.move_deployment(
            actor,
            UUID(row["id"]),
            to=DeploymentState.ASSIGNED,
            version=row["version"],
            division=scene.divisions[act.division],
            reason=act.task,
            occurred_at=scene.at,
        )


@perform.register
def write_note(act: acts.WriteNote, scene: Scene, actor: Actor) -> None:
    writes.write_note(
        actor,
        scene.incident,
        category=Category(act.category),
        text=act.text,
        tlp=act.tlp,
        occurred_at=scene.at,
    )


@perform.register
def ask_to_share(act: acts.AskToShare, scene: Scene, actor: Actor) -> None:
    writes.ask_for_disclosure(
        actor,
        scene.incident,
        owner=scene.peopled.agencies[act.agency],
        category=Category(act.category),
        reason=act.reason,
    )


@perform.register
def let_guest_in(act: acts.LetGuestIn, scene: Scene, actor: Actor) -> None:
    """Her link is nobody's: whoever tries the demo makes a new one."""
    writes.invite_guest(
        actor,
        scene.incident,
        name=act.name,
        agency_name=act.agency,
        seat=GuestSeat.COMMANDER,
        tier=Tier(act.tier),
        reason=act.reason,
        due_at=timezone.now() + timedelta(hours=12),
        digest=admission.digest_of(secrets.token_urlsafe(32)),
    )


@perform.register
def state_purposes(act: acts.StatePurposes, scene: Scene, actor: Actor) -> None:
    purposes = frozenset(map(Purpose, act.purposes))
    writes.state_purposes(actor, scene.incident, purposes=purposes)


@perform.register
def share_here(act: acts.ShareHere, scene: Scene, actor: Actor) -> None:
    writes.share_at_incident(
        actor,
        scene.incident,
        to=scene.peopled.agencies[act.agency],
        category=Category(act.category),
        reason=act.reason,
    )
