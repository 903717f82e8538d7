"""A day at Harbor County Fire on which something of everything is under way, and its six seats."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils import timezone

from agencies import writes as agencies
from agencies.categories import Category, ClearanceKind, Purpose
from agencies.models import Account, ExemptGround, SeatKind
from audit.actors import Actor
from incidents import writes
from incidents.models import CommandSeat, DivisionKind, Ground, Hazard, Incident, Mode, Tier
from mutualaid import writes as mutual_aid
from mutualaid.models import OrderLine
from mutualaid.writes import LineWanted
from tests.agencies.keys import with_app
from tests.agencies.post import invitation_of_eve, letter_to_nowhere
from tests.incidents.arrange import cap, received
from tests.incidents.guests import invited
from tests.mutualaid.region import Region, ask, lapse, offered, submitted
from tests.mutualaid.region import build as region_of
from tests.pages.papers import lay_out_papers
from tests.world import ENGINE, World, actor, member, seeding

ALONE = {
    SeatKind.DISPATCHER: "Dee Hart",
    SeatKind.ADMIN: "Abe Lund",
    SeatKind.SIGNATORY: "Sid Moss",
    SeatKind.AUDITOR: "Uma Rey",
}


def furnish(world: World) -> dict[str, Actor]:
    """Who sits in each seat, and in nothing but that seat."""
    region = region_of(world)
    with seeding():
        seated = {
            kind: actor(member(world.harbor_fire, name, kind)) for kind, name in ALONE.items()
        }
        gone = member(world.harbor_fire, "Lee Past")
        letter_to_nowhere(world.harbor_fire)
        invitation_of_eve(world.harbor_fire)
        # Written past the numbering, it would take the number of the next real one.
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    lay_out(world)
    ask_for_help(region)
    be_asked(world)
    received(world.dora, cap())
    lay_out_papers(world)
    agencies.suspend_member(seated[SeatKind.ADMIN], gone.pk, reason="Left.")
    share(world)
    assert world.ben.member_id
    agencies.give_clearance(
        world.dora, world.ben.member_id, kind=ClearanceKind.SWORN, basis="Oath of office"
    )
    with_everything_to_show(world.ana)
    agencies.ask_exemption(
        world.ana,
        world.harbor_fire.pk,
        name="Engine 4",
        ground=ExemptGround.VEHICLE,
        device="0" * 40,
    )
    with seeding():  # once there is counsel, no draft goes out without them
        seated[SeatKind.COUNSEL] = actor(member(world.harbor_fire, "Cora Vane", SeatKind.COUNSEL))
    dispatcher = seated[SeatKind.DISPATCHER]
    assert dispatcher.member_id
    agencies.issue_token(
        dispatcher,
        dispatcher.member_id,
        name="CAD",
        digest="0" * 64,
        expires_at=timezone.now() + timedelta(days=30),
    )
    return {str(SeatKind.COMMANDER): world.ana} | {str(kind): who for kind, who in seated.items()}


def opened(by: Actor, name: str) -> UUID:
    assert by.agency_id
    told = writes.open_incident(by, by.agency_id, name=name, kind=Hazard.FIRE, mode=Mode.REAL_WORLD)
    return told.incident


def with_everything_to_show(who: Actor) -> None:
    """A passkey, an app and codes on paper: somebody who has all of them finds all the pages."""
    with_app(who)
    agencies.make_recovery_codes(who, who.member_id)
    with seeding():
        Authenticator.objects.create(
            user=Account.objects.get(member=who.member_id),
            type=Authenticator.Type.WEBAUTHN,
            data={"name": "Blue key", "credential": {}},
        )


def lay_out(world: World) -> None:
    """Units of both sides, one unasked; a seat held, one empty; command offered both ways."""
    fire = opened(world.ana, "Mill Road fire")
    writes.invite_agency(world.ana, fire, agency=world.bay_ems.pk)
    writes.accept_invitation(world.dev, fire)
    writes.commit_resource(world.dora, fire, resource=world.engines[0].pk)
    writes.check_in_unordered(world.dev, fire, resource=world.ambulances[0].pk)
    writes.add_division(world.ana, fire, kind=DivisionKind.DIVISION, name="A")
    writes.set_objective(world.ana, fire, text="Hold the fire west of Mill Road.")
    writes.write_note(world.ana, fire, category=Category.OPS, text="The wind turns.")
    writes.establish_unified_command(world.ana, fire, agency=world.bay_ems.pk)
    offer(world.ana, fire, to=world.ben)
    offer(world.ben, opened(world.ben, "Pier 9 fire"), to=world.ana)


def offer(by: Actor, fire: UUID, to: Actor) -> None:
    assert to.member_id
    seat = CommandSeat.objects.get(incident=fire, holder=by.member_id)
    writes.offer_command(by, seat.pk, to=to.member_id, briefing="The wind turns.")


def ask_for_help(region: Region) -> None:
    """One request with an offer and a tier ahead, one on hold, one that nobody answered."""
    offered(region.dev, submitted(region), region.world.ambulances[1:2])
    held = submitted(region)
    mutual_aid.hold_request(region.dora, held.request_id, reason="Wait for the scout.")
    silent = submitted(region)
    lapse(silent)
    lapse(silent)


def be_asked(world: World) -> None:
    """Bay City EMS invites Harbor County Fire and asks for engines twice; one is offered."""
    flood = opened(world.dev, "Bay Street flood")
    writes.invite_agency(world.dev, flood, agency=world.harbor_fire.pk)
    for answered in (True, False):
        told = mutual_aid.submit_request(
            world.dev,
            flood,
            priority="urgent",
            needed_by=timezone.now() + timedelta(hours=4),
            deliver_to="Bay Street",
            lines=[LineWanted(kind=ENGINE, quantity=1)],
        )
        if answered:
            line = OrderLine.objects.get(pk=told[0].lines[0])
            one = ask(line, world.harbor_fire)
            mutual_aid.offer(world.dora, one.pk, resources=[world.engines[1].pk])


def share(world: World) -> None:
    """Harbor shares, is asked, withdrew something, and somebody looked in an emergency."""
    fire, harbor, bay = world.fire.pk, world.harbor_fire.pk, world.bay_ems.pk
    writes.state_purposes(world.ana, fire, purposes=frozenset({Purpose.HEALTH}))
    writes.share_at_incident(world.ana, fire, to=bay, category=Category.LES, reason="Crews on foot")
    writes.ask_for_disclosure(
        world.cleo, fire, owner=harbor, category=Category.EVID, reason="A bag was found"
    )
    writes.withdraw(world.ana, fire, partner=bay, category=Category.PHI)
    writes.break_glass(
        world.cleo,
        fire,
        owner=harbor,
        categories=frozenset({Category.RESP}),
        ground=Ground.LIFE,
        reason="A firefighter is down",
        lasts=timedelta(hours=1),
    )
    invited(world, tier=Tier.ASSIST)
