from __future__ import annotations

import pytest

from audit.refusals import NotAllowed, NotFound
from incidents import reads, writes
from incidents.models import Incident, Role
from incidents.writes.participation import (
    AlreadyThere,
    HoldsCommand,
    LeadIsTaken,
    LeadStays,
    OwnResourcesStillThere,
)
from tests.incidents import arrange
from tests.world import World


@pytest.fixture
def pier(world: World) -> Incident:
    """An incident that Ana commands, with nobody else there yet."""
    return arrange.opened(world.ana)


def test_an_invited_agency_finds_it_on_its_list_and_joins(world: World, pier: Incident) -> None:
    writes.invite_agency(world.ana, pier.pk, agency=world.northfield.pk, role=Role.COOPERATING)
    assert [row["number"] for row in reads.incidents(world.ivy).invitations] == [pier.number]

    writes.accept_invitation(world.ivy, pier.pk)

    assert [row["role"] for row in reads.incidents(world.ivy).active] == ["cooperating"]
    assert "incidents.agency_invited" in arrange.told_to(world.northfield.pk)
    assert reads.board(world.ivy, pier.pk).of_kind("incident")[0]["number"] == pier.number


def test_an_invitation_says_who_leads_what_and_where(world: World, pier: Incident) -> None:
    writes.invite_agency(world.ana, pier.pk, agency=world.northfield.pk)

    [row] = reads.incidents(world.ivy).invitations

    assert row["lead"] == pier.opened_by.name
    assert (row["kind_label"], row["place"]) == (pier.get_kind_display(), pier.place)


def test_a_stranger_learns_nothing_of_an_incident(world: World, pier: Incident) -> None:
    assert reads.board(world.ana, pier.pk).rows

    with pytest.raises(NotFound):
        reads.board(world.ivy, pier.pk)
    with pytest.raises(NotFound):
        writes.accept_invitation(world.ivy, pier.pk)


def test_an_invited_agency_sees_nothing_before_it_accepts(world: World, pier: Incident) -> None:
    writes.invite_agency(world.ana, pier.pk, agency=world.northfield.pk)

    with pytest.raises(NotFound):
        reads.board(world.ivy, pier.pk)
    with pytest.raises(NotAllowed, match="your agency is at this incident"):
        writes.leave_incident(world.ivy, pier.pk)


def test_an_agency_declines_and_may_be_invited_again(world: World, pier: Incident) -> None:
    writes.invite_agency(world.ana, pier.pk, agency=world.northfield.pk)
    writes.decline_invitation(world.ivy, pier.pk, reason="No crew.")
    assert reads.incidents(world.ivy).invitations == []

    writes.invite_agency(world.ana, pier.pk, agency=world.northfield.pk)

    assert len(reads.incidents(world.ivy).invitations) == 1


def test_an_agency_is_invited_once(world: World) -> None:
    with pytest.raises(AlreadyThere):
        writes.invite_agency(world.ana, world.fire.pk, agency=world.bay_ems.pk)


def test_there_is_one_lead_agency(world: World, pier: Incident) -> None:
    with pytest.raises(LeadIsTaken):
        writes.invite_agency(world.ana, pier.pk, agency=world.bay_ems.pk, role=Role.LEAD)


def test_a_guest_invites_nobody(world: World) -> None:
    with pytest.raises(NotAllowed, match="you hold command of it"):
        writes.invite_agency(world.cleo, world.fire.pk, agency=world.northfield.pk)


def test_an_agency_that_left_is_shown_nothing_more(world: World) -> None:
    assert reads.incident(world.cleo, world.fire.pk)["name"] == "Pier 4 fire"

    writes.leave_incident(world.cleo, world.fire.pk)

    with pytest.raises(NotFound):
        reads.incident(world.cleo, world.fire.pk)
    assert reads.incidents(world.cleo).active == []


def test_an_agency_with_resources_there_does_not_leave(world: World) -> None:
    writes.commit_resource(world.dev, world.fire.pk, resource=world.ambulances[0].pk)

    with pytest.raises(OwnResourcesStillThere):
        writes.leave_incident(world.dev, world.fire.pk)


def test_an_agency_in_command_does_not_leave(world: World) -> None:
    writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)

    with pytest.raises(HoldsCommand):
        writes.leave_incident(world.dev, world.fire.pk)


def test_the_lead_agency_stays(world: World) -> None:
    with pytest.raises(LeadStays):
        writes.leave_incident(world.dora, world.fire.pk)
