"""Harbor County Fire's rows of every sort, at incidents where Bay City EMS is there to see them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from agencies import writes as in_agencies
from agencies.categories import Category
from agencies.facts import AccessLogExported, TrailExported
from agencies.lifecycle import Readiness
from audit.actors import Actor
from audit.trail import Sought
from incidents import writes as at_incidents
from incidents.models import CommandSeat, Deployment, Ground, Hazard, Incident, Mode
from tests.agencies.acts import (
    agreement_details,
    attached,
    drafted,
    due_at_once,
    executed,
    hash_of,
    led_by_bay,
    reviewed,
    section_wording,
    wording,
)
from tests.incidents.arrange import cap, received
from tests.mutualaid.region import Region, ask, promise, submitted
from tests.world import World, seeding

# Words that are Harbor County Fire's, and may be shown to Bay City EMS: never unseen.
HARBORS: Final = ("Ana Lopes", "Ben Okafor", "Dora Weiss", "Pier 4", "Hold Pier 5", "Wind turns")
# Words of theirs that no read of Bay City EMS may hold at all.
NEVER: Final = (
    "Entry at nine",
    "Pump broken",
    "Ambulances of Eastport",
    "hcf.example",
    "203.0.113.7",
)


@dataclass(frozen=True)
class Scene:
    """A fire that Harbor County Fire leads, and a flood that Cleo commands."""

    world: World
    fire: UUID
    flood: UUID
    division: UUID
    objective: UUID
    engine: UUID  # its stay at the fire
    flood_seat: UUID
    to_cleo: UUID  # command of the fire, offered
    request: UUID
    ask: UUID  # of Bay City EMS
    draft: UUID  # of Bay City EMS
    clause: UUID  # of that draft
    amendment: UUID  # of Bay City EMS, of what Harbor County Fire signed
    section: UUID  # of that draft
    attached: UUID  # led by Harbor County Fire, being signed, with a file
    attachment: UUID  # that file
    reviewed: UUID  # led by Harbor County Fire, out for review
    alert: UUID
    note: UUID  # of Bay City EMS
    glass: UUID  # broken by Bay City EMS
    exported: TrailExported
    copied: AccessLogExported

    @property
    def dev(self) -> Actor:
        return self.world.dev

    @property
    def cleo(self) -> Actor:
        return self.world.cleo


def set_up(region: Region) -> Scene:
    """Harbor does everything that its rows can tell of, from an address that is its own."""
    world = region.world
    ana, dora = (replace(one, origin=NEVER[4]) for one in (world.ana, world.dora))
    with seeding():
        promise(world.harbor_fire, region.eastport)
    fire = world.fire.pk
    objective = at_incidents.set_objective(ana, fire, text="Hold Pier 5.")
    for category, text in ((Category.OPS, "Wind turns."), (Category.OPS_R, f"{NEVER[0]}.")):
        at_incidents.write_note(ana, fire, category=category, text=text, occurred_at=None)
    in_agencies.change_readiness(
        dora, world.engines[1].pk, to=Readiness.OUT_OF_SERVICE, reason=NEVER[1]
    )
    at_incidents.commit_resource(dora, fire, resource=world.engines[0].pk)
    at_incidents.commit_resource(world.dev, fire, resource=world.ambulances[0].pk)
    flood = _flood(world, ana)
    line = submitted(replace(region, world=replace(world, dora=dora)))
    due_at_once(world)
    draft, clause, section = _drafted(world)
    with_file, file = _attached(world)
    return Scene(
        world=world,
        fire=fire,
        flood=flood,
        division=world.division.pk,
        objective=objective.objective,
        engine=Deployment.objects.get(resource=world.engines[0]).pk,
        flood_seat=CommandSeat.objects.get(incident=flood, holder=world.cleo.member_id).pk,
        to_cleo=_offered(world, ana),
        request=line.request_id,
        ask=ask(line, world.bay_ems).pk,
        draft=draft,
        clause=clause,
        amendment=_amended(world),
        section=section,
        attached=with_file,
        attachment=file,
        reviewed=_reviewed(world),
        alert=received(world.dev, cap()).alert,
        note=at_incidents.write_note(
            world.dev, fire, category=Category.OPS, text="Bay is here."
        ).note,
        glass=at_incidents.break_glass(
            world.dev,
            fire,
            owner=world.harbor_fire.pk,
            categories=frozenset({Category.RESP}),
            ground=Ground.LIFE,
            reason="A firefighter is down.",
            lasts=timedelta(hours=1),
        ).glass,
        exported=in_agencies.export_trail(world.dev, world.bay_ems.pk, sought=Sought()),
        copied=in_agencies.export_access_log(world.dev, world.bay_ems.pk, sought=Sought()),
    )


def _amended(world: World) -> UUID:
    """What Bay thinks of changing in an agreement of its own with Harbor."""
    pk = led_by_bay(world)
    for signatory in (world.dora, world.dev):
        in_agencies.sign_agreement(signatory, pk, text_hash=hash_of(pk))
    return in_agencies.amend_agreement(
        world.dev, pk, purpose="Less.", effective_at=timezone.now()
    ).agreement


def _attached(world: World) -> tuple[UUID, UUID]:
    pk = drafted(world, title="With a map")
    file = attached(world.dora, pk)
    in_agencies.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    return pk, file


def _reviewed(world: World) -> UUID:
    """Beside what is in force, and ends soon."""
    executed(world, title="Harbor ends soon", expires_at=timezone.now() + timedelta(days=90))
    return reviewed(world)


def _flood(world: World, ana: Actor) -> UUID:
    """Bay's own incident, at which Harbor has a command seat that nobody holds."""
    flood = at_incidents.open_incident(
        world.cleo, world.bay_ems.pk, name="Mill Creek", kind=Hazard.FLOOD, mode=Mode.EXERCISE
    ).incident
    at_incidents.invite_agency(world.cleo, flood, agency=world.harbor_fire.pk)
    at_incidents.accept_invitation(ana, flood)
    with seeding():
        CommandSeat.objects.create(
            incident_id=flood,
            agency=world.harbor_fire,
            since=Incident.objects.get(pk=flood).opened_at,
        )
    return flood


def _drafted(world: World) -> tuple[UUID, UUID, UUID]:
    """Words of Bay's own, which nobody else knows of yet."""
    draft = in_agencies.draft_agreement(
        world.dev,
        world.bay_ems.pk,
        details=agreement_details(title="Of Bay alone"),
        signatory_title="Director",
    ).agreement
    clause = in_agencies.add_clause(world.dev, draft, wording=wording()).clause
    section = in_agencies.add_section(world.dev, draft, wording=section_wording()).section
    return draft, clause, section


def _offered(world: World, ana: Actor) -> UUID:
    at_incidents.withdraw_command_offer(ana, world.offer_to_ben.pk)
    said = "Wind turns."
    return at_incidents.offer_command(
        ana, world.seat.pk, to=pk_of(world.cleo), briefing=said
    ).handover


def pk_of(person: Actor) -> UUID:
    assert person.member_id is not None
    return person.member_id


def rows_of(scene: Scene) -> dict[str, tuple[UUID, ...]]:
    """Rows that Bay City EMS may know of, by the words before their ids."""
    world = scene.world
    return {
        "agencies": (world.harbor_fire.pk,),
        "agreements": (world.agreement.pk, scene.draft, scene.reviewed),
        "alerts": (scene.alert,),
        "asks": (scene.ask,),
        "clauses": (scene.clause,),
        "command-offers": (scene.to_cleo,),
        "command-seats": (world.seat.pk, scene.flood_seat),
        "deployments": (scene.engine,),
        "divisions": (scene.division,),
        "glass": (scene.glass,),
        "incidents": (scene.fire, scene.flood),
        "members": (pk_of(scene.dev), pk_of(scene.cleo)),
        "notes": (scene.note,),
        "objectives": (scene.objective,),
        "requests": (scene.request,),
        "resources": (world.ambulances[0].pk,),
        "break-glass": (world.harbor_fire.pk,),
        "ask": (world.harbor_fire.pk,),
        "seen-as": (world.harbor_fire.pk,),
        "pass-on": (world.harbor_fire.pk,),
        "sharing": (scene.fire,),
    }
