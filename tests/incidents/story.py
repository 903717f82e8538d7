"""A story that uses every write, for those who compare what was told with what is stored."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from agencies import admission
from agencies.categories import Category, Purpose, Tlp
from incidents import writes
from incidents.acting import member
from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import (
    CommandSeat,
    Deployment,
    DivisionKind,
    Glass,
    Ground,
    Guest,
    GuestSeat,
    Hazard,
    Incident,
    Note,
    Outcome,
    Tier,
)
from incidents.tasks import remind_of_reviews, tell_guests_over
from tests.incidents import arrange
from tests.incidents.guests import SECRET, actor_of
from tests.world import World, seeding

State = DeploymentState


def played(world: World) -> Incident:
    """From a flood warning to an incident that is closed again, by way of every write."""
    received = arrange.received(world.dora, arrange.cap("A1"))
    known = writes.Situation(name="Flood", kind=Hazard.FLOOD)
    _said, opened = writes.confirm_alert(world.dora, received.alert, known=known)
    other = arrange.received(world.dora, arrange.cap("B1"))
    writes.dismiss_alert(world.dora, other.alert, reason="Elsewhere")
    for overtaken in (arrange.cap("C1"), arrange.cap("C2", type_="Cancel", about="C1")):
        arrange.received(world.dora, overtaken)
    incident = Incident.objects.get(pk=opened.incident)
    arrange.received(world.dora, arrange.cap("A2", type_="Update", about="A1"))
    _command(world, incident)
    _resources(world, incident)
    _ends(world, incident)
    return incident


def _command(world: World, incident: Incident) -> None:
    seat = CommandSeat.objects.get(incident=incident).pk
    writes.assume_command(world.ana, seat)
    known = writes.Situation(name="Harbor flood", kind=Hazard.FLOOD, place="Harbor", complexity=4)
    writes.edit_incident(world.ana, incident.pk, version=1, known=known)
    writes.invite_agency(world.ana, incident.pk, agency=world.northfield.pk)
    writes.decline_invitation(world.ivy, incident.pk)
    arrange.joined(incident, world.ana, world.ivy)
    arrange.joined(incident, world.ana, world.cleo)
    writes.state_purposes(world.cleo, incident.pk, purposes=frozenset({Purpose.HEALTH}))
    writes.state_purpose(world.cleo, incident.pk, purpose=Purpose.HEALTH)
    shared = writes.establish_unified_command(world.ana, incident.pk, agency=world.bay_ems.pk)
    writes.assume_command(world.cleo, shared.seat)
    third = writes.add_command_seat(world.cleo, incident.pk, agency=world.northfield.pk)
    writes.end_command_seat(world.ana, third.seat)
    for end in (writes.decline_command, writes.accept_command):
        offer = writes.offer_command(world.ana, seat, to=member(world.ben)).handover
        heard = {"heard": arrange.WHOLE_BRIEFING} if end is writes.accept_command else {}
        end(world.ben, offer, **heard)
    offer = writes.offer_command(world.ben, seat, to=member(world.ana)).handover
    writes.withdraw_command_offer(world.ben, offer)


def _resources(world: World, incident: Incident) -> None:
    division, staging = (
        writes.add_division(world.ben, incident.pk, kind=kind, name=name).division
        for kind, name in ((DivisionKind.DIVISION, "A"), (DivisionKind.STAGING_AREA, "Lot"))
    )
    writes.edit_division(
        world.ben, division, version=1, name="B", supervisor="Roe", place="East quay"
    )
    coming = writes.commit_resource(world.dora, incident.pk, resource=world.engines[0].pk)
    writes.check_in(world.cleo, coming.deployment, version=1)
    for to, where in ((State.ASSIGNED, division), (State.OUT_OF_SERVICE, None)):
        _step(world, coming.deployment, to, where)
    turned = writes.commit_resource(world.dora, incident.pk, resource=world.engines[1].pk)
    _step(world, turned.deployment, State.CANCELLED)
    uncalled = writes.check_in_unordered(
        world.dev, incident.pk, resource=world.ambulances[0].pk, division=staging
    )
    writes.accept_arrival(world.ben, uncalled.deployment)
    for deployment in (coming.deployment, uncalled.deployment):
        for to in (State.DEMOBILIZING, State.RELEASED):
            _step(world, deployment, to)
    writes.close_division(world.ben, division)


def _step(world: World, pk: UUID, to: State, division: UUID | None = None) -> None:
    version = Deployment.objects.get(pk=pk).version
    writes.move_deployment(
        world.ben, pk, to=to, version=version, division=division, reason="As ordered"
    )


def _ends(world: World, incident: Incident) -> None:
    for category in (Category.OPS, Category.PHI, Category.OPS_R, Category.INTEL):
        writes.write_note(world.cleo, incident.pk, category=category, text=f"{category} note")
    _shares(world, incident)
    _guests(world, incident)
    goal = writes.set_objective(world.ben, incident.pk, text="Keep the pumps dry").objective
    writes.settle_objective(world.ben, goal, to=ObjectiveStatus.MET, version=1)
    writes.export_trail(world.cleo, incident.pk)
    writes.leave_incident(world.ivy, incident.pk)
    writes.close_incident(world.ben, incident.pk)


def _guests(world: World, incident: Incident) -> None:
    """One comes, may do more and then less, and is sent home; another's time is up."""
    digest, soon = admission.digest_of(SECRET), timezone.now() + timedelta(hours=2)
    first, second = (
        writes.invite_guest(
            world.ben,
            incident.pk,
            name=name,
            agency_name="Seaside Rescue",
            seat=GuestSeat.DISPATCHER,
            tier=Tier.VIEW,
            reason="Their boats are coming.",
            due_at=soon,
            digest=admission.digest_of(name),
        ).guest
        for name in ("Kim Roe", "Lou Vane")
    )
    writes.renew_guest_link(world.ben, first, digest=digest)
    writes.come_as_guest(actor_of(first), first, digest=digest)
    writes.widen_guest(world.ben, first, tier=Tier.ASSIST, due_at=soon + timedelta(hours=1))
    writes.narrow_guest(world.ben, first)
    writes.end_guest(world.ben, first)
    with seeding():
        past = timezone.now() - timedelta(hours=3)
        Guest.objects.filter(pk=second).update(invited_at=past, due_at=past + timedelta(hours=1))
    assert tell_guests_over() == 1


def _shares(world: World, incident: Incident) -> None:
    """Bay is asked, shares, ends it, withdraws and restores; and relabels a note."""
    bay = world.bay_ems.pk
    for share in (False, True):
        asked = writes.ask_for_disclosure(
            world.ana, incident.pk, owner=bay, category=Category.PHI, reason="Crew safety"
        )
        writes.answer_disclosure(world.cleo, asked.disclosure, share=share)
    writes.end_disclosure(world.cleo, asked.disclosure)
    made = writes.withdraw(world.cleo, incident.pk, partner=world.harbor_fire.pk)
    writes.restore(world.cleo, made.withdrawal)
    glass = writes.break_glass(
        world.dora,
        incident.pk,
        owner=bay,
        categories=frozenset({Category.PHI}),
        ground=Ground.LIFE,
        reason="A patient was moved.",
        lasts=timedelta(hours=1),
    ).glass
    writes.mend_glass(world.dora, glass)
    with seeding():
        Glass.objects.filter(pk=glass).update(remind_at=timezone.now() - timedelta(hours=1))
    assert remind_of_reviews() == 1
    writes.review_glass(world.dev, glass, outcome=Outcome.JUSTIFIED, finding="It saved time.")
    note = Note.objects.filter(incident=incident, category=Category.PHI).get()
    writes.relabel_note(world.cleo, note.pk, tlp=Tlp.AMBER, version=note.version)
