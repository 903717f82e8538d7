"""What becomes of a line when its resources arrive, are lost on the way, or go home."""

from __future__ import annotations

import pytest

from audit.models import Entry
from incidents import writes as incidents
from incidents.lifecycle import DeploymentState
from incidents.models import Deployment
from mutualaid import writes
from mutualaid.writes.asks import AllArrived
from tests.mutualaid.region import Region, accepted, fresh, lapse, statuses, submitted
from tests.world import seeding

pytestmark = pytest.mark.django_db

State = DeploymentState


def arrives(region: Region, sign: str) -> None:
    deployment = Deployment.objects.get(resource__call_sign=sign)
    incidents.check_in(region.dora, deployment.pk, version=deployment.version)


def moves(region: Region, sign: str, to: State) -> None:
    deployment = Deployment.objects.get(resource__call_sign=sign)
    incidents.move_deployment(
        region.dev, deployment.pk, to=to, version=deployment.version, reason="needed at home"
    )


def test_each_check_in_counts_and_the_last_one_receives_the_line(region: Region) -> None:
    """RULE-RES-11."""
    line = submitted(region)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    arrives(region, "M21")
    assert (fresh(line).received, fresh(line).status) == (1, "filled")
    arrives(region, "M22")

    assert (fresh(line).received, fresh(line).status) == (2, "received")
    assert fresh(line).request.status == "closed"
    assert Entry.objects.filter(kind="mutualaid.resource_received").count() == 2


def test_a_check_in_without_an_order_changes_no_line(region: Region) -> None:
    line = submitted(region)
    incidents.commit_resource(
        region.dev, region.world.fire.pk, resource=region.world.ambulances[0].pk
    )

    arrives(region, "M21")

    assert fresh(line).received == 0


def test_what_its_agency_takes_back_on_the_way_is_sought_again(region: Region) -> None:
    line = submitted(region)
    accepted(region, line, region.dev, region.world.ambulances[:2])
    moves(region, "M21", State.EN_ROUTE)

    moves(region, "M21", State.WITHDRAWN)

    assert (fresh(line).accepted, fresh(line).status) == (1, "partially_filled")
    assert statuses(line)["Eastport Fire"] == "requested"


def test_what_turns_back_is_sought_again(region: Region) -> None:
    line = submitted(region)
    one = accepted(region, line, region.dev, region.world.ambulances[:2])

    for sign in ("M21", "M22"):
        deployment = Deployment.objects.get(resource__call_sign=sign)
        incidents.move_deployment(
            region.world.ana,
            deployment.pk,
            to=State.CANCELLED,
            version=deployment.version,
            reason="bridge is closed",
        )

    one.refresh_from_db()
    assert one.status == "cancelled"
    assert (fresh(line).accepted, fresh(line).status) == (0, "soliciting")
    assert fresh(line).request.status == "in_process"


def test_only_what_has_not_arrived_is_withdrawn(region: Region) -> None:
    line = submitted(region)
    one = accepted(region, line, region.dev, region.world.ambulances[:2])
    arrives(region, "M21")

    writes.withdraw_offer(region.dev, one.pk, reason="fire at home")

    one.refresh_from_db()
    assert (one.status, one.accepted_quantity) == ("accepted", 1)
    assert fresh(line).status == "partially_filled"
    with pytest.raises(AllArrived):
        writes.withdraw_offer(region.dev, one.pk, reason="again")


def test_an_order_is_completed_when_everything_is_home(region: Region) -> None:
    line = submitted(region, quantity=1)
    one = accepted(region, line, region.dev, region.world.ambulances[:1])
    arrives(region, "M21")
    with seeding():
        Deployment.objects.filter(order_line=line.pk).update(state=State.RETURNING)

    moves(region, "M21", State.HOME)

    one.refresh_from_db()
    assert one.status == "completed"


def test_nobody_is_asked_for_a_closed_incident(region: Region) -> None:
    line = submitted(region)

    incidents.withdraw_command_offer(region.world.ana, region.world.offer_to_ben.pk)

    incidents.close_incident(region.world.ana, region.world.fire.pk)

    assert fresh(line).request.status == "cancelled"
    assert set(statuses(line).values()) == {"withdrawn_by_requester"}
    lapse(line)
    assert set(statuses(line).values()) == {"withdrawn_by_requester"}
