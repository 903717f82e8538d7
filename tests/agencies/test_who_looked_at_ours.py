"""Who looked at ours, and why: read, filtered, added up by day."""

from __future__ import annotations

from datetime import UTC, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agencies import reads
from agencies.models import Agency
from audit import digests, followers
from audit.trail import Sought
from tests.agencies.acts import executed
from tests.world import World, seeding

EVERYTHING = Sought()


@pytest.fixture
def looked(world: World) -> UUID:
    """Dev of Bay City EMS looked at what Harbor County Fire leads."""
    pk = executed(world)
    reads.agreement(world.dev, pk)
    return pk


def test_the_owner_sees_who_looked_at_what_and_why(world: World, looked: UUID) -> None:
    line = reads.who_looked(world.ana, EVERYTHING).lines[0]

    assert (line.actor["name"], line.actor["agency"]) == ("Dev Rao", "Bay City EMS")
    assert line.fact["rows"] == [f"agreement:{looked}"]
    assert line.fact["categories"] == ["OPS"]
    assert line.fact["basis"] == ["your agency is a party to it"]


def test_looking_at_the_log_leaves_a_line_in_it(world: World, looked: UUID) -> None:
    reads.who_looked(world.ana, EVERYTHING)

    newest = reads.who_looked(world.ana, EVERYTHING).lines[0]
    assert (newest.actor["name"], newest.fact["rows"]) == ("Ana Lopes", ["access_log"])


def test_the_viewer_finds_nothing_of_it_in_their_own_log(world: World, looked: UUID) -> None:
    assert reads.who_looked(world.dev, EVERYTHING).lines == ()


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(person="dev"), 1),
        (Sought(person="nobody"), 0),
        (Sought(agency=UUID(int=5)), 0),
        (Sought(kind="audit.looked"), 1),
        (Sought(kind="audit.other"), 0),
        (Sought(since=timezone.now() - timedelta(days=1)), 1),
        (Sought(until=timezone.now() - timedelta(days=1)), 0),
    ],
)
def test_the_log_is_filtered(world: World, looked: UUID, sought: Sought, found: int) -> None:
    assert len(reads.who_looked(world.ana, sought).lines) == found


def test_the_log_is_filtered_by_agency(world: World, looked: UUID) -> None:
    sought = Sought(agency=world.bay_ems.pk)

    assert len(reads.who_looked(world.ana, sought).lines) == 1


def test_a_long_log_is_read_page_by_page(world: World, looked: UUID) -> None:
    for _ in range(60):
        reads.agreement(world.dev, looked)

    first = reads.who_looked(world.ana, Sought(person="dev"))
    rest = reads.who_looked(world.ana, Sought(person="dev"), before=first.before)

    assert (len(first.lines), len(rest.lines), rest.before) == (50, 11, None)
    assert first.lines[-1].seq > rest.lines[0].seq


def test_looks_are_added_up_by_day(world: World, looked: UUID) -> None:
    reads.agreement(world.dev, looked)
    followers.catch_up(followers.FOLLOWERS[f"{digests.__name__}.add_up"])

    (day,) = reads.look_days(world.ana)

    assert (day.viewer, day.agency, day.looks, day.rows) == ("Dev Rao", "Bay City EMS", 2, 2)
    assert reads.viewers(world.ana) == [(world.bay_ems.pk, "Bay City EMS")]


def test_a_look_is_counted_on_the_day_that_its_owners_clock_shows(
    world: World, looked: UUID
) -> None:
    zone = "Pacific/Kiritimati" if timezone.now().hour >= 10 else "Pacific/Pago_Pago"
    with seeding():
        Agency.objects.filter(pk=world.harbor_fire.pk).update(time_zone=zone)

    followers.catch_up(followers.FOLLOWERS[f"{digests.__name__}.add_up"])

    (day,) = reads.look_days(world.ana)
    assert day.day == day.last_at.astimezone(ZoneInfo(zone)).date()
    assert day.day != day.last_at.astimezone(UTC).date()
