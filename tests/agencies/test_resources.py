from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies import writes
from agencies.details import ResourceDetails
from agencies.lifecycle import Readiness
from agencies.models import Resource
from agencies.writes.changes import NothingChanged
from agencies.writes.resources import (
    BackAlready,
    NoLongerYours,
    NoSuchKind,
    NoSuchType,
    ReasonNeeded,
)
from audit import streams
from audit.models import Image
from audit.refusals import Conflict, NotAllowed, NotFound, Stale
from audit.roads import NoSuchRoad
from tests.world import AMBULANCE, ENGINE, World

E7 = ResourceDetails(
    call_sign="E7", kind=ENGINE, type=1, personnel=4, leader="Lt. Roe", home_base="Station 7"
)
OUT = Readiness.OUT_OF_SERVICE


def image(world: World, resource: Resource) -> dict[str, Any]:
    stream = streams.of_agency(world.harbor_fire.pk)
    row = Image.objects.get(stream_key=stream, key=f"resource:{resource.pk}").row
    assert isinstance(row, dict)
    return row


def test_an_admin_enters_what_the_agency_can_send(world: World) -> None:
    """RULE-RES-05: the code of the catalogue is the key, and the type stands beside it."""
    told = writes.add_resource(world.dora, world.harbor_fire.pk, details=E7)

    engine = Resource.objects.get(pk=told.resource)
    assert (engine.kind, engine.type, engine.status) == (ENGINE, 1, "available")
    painted = image(world, engine)
    assert painted["kind_name"].startswith("Engine")
    assert (painted["kind_code"], painted["card"], painted["type"]) == (ENGINE, "engine", 1)
    assert painted["owner"] == str(world.harbor_fire.pk)


@pytest.mark.parametrize(
    ("kind", "type_", "refusal"),
    [
        ("4-508-0000", None, NoSuchKind),
        ("Engine", None, NoSuchKind),
        (ENGINE, 0, NoSuchType),
        (ENGINE, 8, NoSuchType),
        (AMBULANCE, 9, NoSuchType),
    ],
)
def test_kind_and_type_stand_in_the_catalogue(
    world: World, kind: str, type_: int | None, refusal: type[Exception]
) -> None:
    """RULE-RES-05: a type that the kind does not have cannot be claimed."""
    with pytest.raises(refusal):
        writes.add_resource(
            world.dora, world.harbor_fire.pk, details=replace(E7, kind=kind, type=type_)
        )


def test_a_resource_may_be_untyped(world: World) -> None:
    told = writes.add_resource(world.dora, world.harbor_fire.pk, details=replace(E7, type=None))

    assert told.resource_type is None


def test_a_call_sign_is_given_once_until_its_bearer_is_retired(world: World) -> None:
    with pytest.raises(Conflict, match="with this call sign"):
        writes.add_resource(world.dora, world.harbor_fire.pk, details=replace(E7, call_sign="e1"))

    writes.retire_resource(world.dora, world.engines[0].pk)
    told = writes.add_resource(
        world.dora, world.harbor_fire.pk, details=replace(E7, call_sign="E1")
    )
    assert told.call_sign == "E1"


def test_a_commander_enters_nothing(world: World) -> None:
    with pytest.raises(NotAllowed, match="agency admin"):
        writes.add_resource(world.ana, world.harbor_fire.pk, details=E7)


def test_nobody_enters_anything_for_another_agency(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.add_resource(world.dev, world.harbor_fire.pk, details=E7)


def test_a_resource_is_corrected_on_the_version_that_was_seen(world: World) -> None:
    engine = world.engines[0]

    told = writes.edit_resource(world.dora, engine.pk, details=E7, version=engine.version)

    assert set(told.changed) == {"call_sign", "home_base", "leader"}
    assert image(world, engine)["home_base"] == "Station 7"
    with pytest.raises(Stale):
        writes.edit_resource(world.dora, engine.pk, details=E7, version=engine.version)


def test_an_edit_that_changes_nothing_is_no_event(world: World) -> None:
    told = writes.add_resource(world.dora, world.harbor_fire.pk, details=E7)

    with pytest.raises(NothingChanged):
        writes.edit_resource(world.dora, told.resource, details=E7, version=1)


def test_to_another_agency_a_resource_is_not_there_to_be_edited(world: World) -> None:
    with pytest.raises(NotFound):
        writes.edit_resource(world.dev, world.engines[0].pk, details=E7, version=1)
    with pytest.raises(NotAllowed):
        writes.edit_resource(world.ana, world.engines[0].pk, details=E7, version=1)


def test_a_captain_takes_the_engine_out_of_service_for_a_reason(world: World) -> None:
    engine = world.engines[0]
    back = timezone.now() + timedelta(hours=2)

    told = writes.change_readiness(world.ben, engine.pk, to=OUT, reason="Pump", back_at=back)

    assert (told.before, told.after, told.reason) == ("available", "out_of_service", "Pump")
    painted = image(world, engine)
    assert (painted["status"], painted["reason"]) == ("out_of_service", "Pump")


def test_out_of_service_needs_a_reason(world: World) -> None:
    with pytest.raises(ReasonNeeded):
        writes.change_readiness(world.ben, world.engines[0].pk, to=OUT, reason="  ")


def test_it_cannot_be_back_before_it_is_gone(world: World) -> None:
    with pytest.raises(BackAlready):
        writes.change_readiness(
            world.ben,
            world.engines[0].pk,
            to=OUT,
            reason="Pump",
            back_at=timezone.now() - timedelta(hours=1),
        )


def test_back_in_service_it_carries_no_reason(world: World) -> None:
    engine = world.engines[0]
    writes.change_readiness(world.ben, engine.pk, to=OUT, reason="Pump")
    writes.change_readiness(world.ben, engine.pk, to=OUT, reason="Pump and tires")

    writes.change_readiness(world.ben, engine.pk, to=Readiness.AVAILABLE)

    engine.refresh_from_db()
    assert (engine.status, engine.reason, engine.back_at) == ("available", "", None)
    with pytest.raises(NoSuchRoad):
        writes.change_readiness(world.ben, engine.pk, to=Readiness.AVAILABLE)


def test_readiness_is_the_owners_to_change(world: World) -> None:
    with pytest.raises(NotFound):
        writes.change_readiness(world.cleo, world.engines[0].pk, to=OUT, reason="Pump")


def test_what_is_retired_stays_retired(world: World) -> None:
    engine = world.engines[0]
    writes.retire_resource(world.dora, engine.pk)

    with pytest.raises(NoSuchRoad):
        writes.retire_resource(world.dora, engine.pk)
    with pytest.raises(NoSuchRoad):
        writes.change_readiness(world.ben, engine.pk, to=Readiness.AVAILABLE)
    with pytest.raises(NoLongerYours):
        writes.edit_resource(world.dora, engine.pk, details=E7, version=2)
    assert image(world, engine)["status"] == "retired"


def test_retiring_is_not_a_change_of_readiness(world: World) -> None:
    with pytest.raises(NoLongerYours):
        writes.change_readiness(world.ben, world.engines[0].pk, to=Readiness.RETIRED)
    with pytest.raises(NotAllowed):
        writes.retire_resource(world.ben, world.engines[0].pk)
