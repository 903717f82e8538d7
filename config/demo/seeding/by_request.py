"""Acts of a story about what was asked for, offered and taken."""

from __future__ import annotations

from datetime import timedelta

from audit.actors import Actor
from config.demo import acts
from config.demo.seeding.scenes import Scene, perform
from incidents import acting
from mutualaid import writes
from mutualaid.facts import AgencyAsked
from mutualaid.writes import LineWanted


@perform.register
def ask(act: acts.Ask, scene: Scene, actor: Actor) -> None:
    """Asked when the story says, and needed so long after; the time to answer runs from now."""
    wanted = LineWanted(
        kind=act.kind, type=act.type, quantity=act.quantity, or_better=act.or_better
    )
    told = writes.submit_request(
        actor,
        scene.incident,
        priority=act.priority,
        needed_by=scene.at + timedelta(minutes=act.needed_in_minutes),
        deliver_to=act.report_to,
        lines=(wanted,),
        remarks=act.name,
        occurred_at=scene.at,
    )
    for fact in told:
        if isinstance(fact, AgencyAsked):
            scene.asks[act.name, fact.agency] = fact.solicitation


@perform.register
def offer(act: acts.Offer, scene: Scene, actor: Actor) -> None:
    writes.offer(
        actor,
        scene.ask(act.name, acting.agency(actor)),
        resources=[scene.peopled.resources[key] for key in act.resources],
        eta=scene.at + timedelta(minutes=act.arrives_in_minutes),
        occurred_at=scene.at,
    )


@perform.register
def accept_offer(act: acts.AcceptOffer, scene: Scene, actor: Actor) -> None:
    solicitation = scene.ask(act.name, scene.peopled.agencies[act.agency])
    writes.accept_offer(actor, solicitation, occurred_at=scene.at)
