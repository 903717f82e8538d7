"""A guest sees one incident as everybody there does, until a time, and leaves a record of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from agencies import admission
from agencies import reads as agency_reads
from agencies.categories import Category
from audit.constraints import Contradiction
from audit.refusals import NotAllowed, NotFound
from audit.streams import of_access
from audit.trail import Sought
from incidents import reads, writes
from incidents.models import Guest, Tier
from incidents.tasks import tell_guests_over
from incidents.writes.guests import GuestIsGone, StaysTooLong
from tests.agencies.shares import shared
from tests.incidents.arrange import happened_at, last_body
from tests.incidents.guests import SECRET, actor_of, came, id_of, invited
from tests.world import World, seeding

LES, OPS = Category.LES, Category.OPS


def texts(world: World, viewer: Any) -> list[Any]:
    return [row["text"] for row in reads.board(viewer, world.fire.pk).of_kind("note")]


def later(**hours: int) -> Any:
    return timezone.now() + timedelta(**hours)


def time_passes(world: World) -> None:
    with seeding():
        past = timezone.now() - timedelta(hours=3)
        Guest.objects.update(invited_at=past, due_at=past + timedelta(hours=1))


def test_a_guest_sees_what_everybody_there_sees_and_nothing_that_a_clause_shares(
    world: World,
) -> None:
    writes.write_note(world.ana, world.fire.pk, category=OPS, text="Gate 7.")
    writes.write_note(world.ana, world.fire.pk, category=LES, text="A gray van.")
    shared(world, LES)
    kim = came(world)

    assert texts(world, kim) == ["Gate 7.", {"withheld": "LES"}]
    assert texts(world, world.dev) == ["Gate 7.", "A gray van."]


def test_what_a_guest_sees_is_on_record_under_whose_guest_they_are(world: World) -> None:
    kim = came(world)

    reads.board(kim, world.fire.pk)

    said = last_body(of_access(world.harbor_fire.pk))
    assert said["actor"]["agency"] == "Seaside Rescue, guest of Harbor County Fire"
    assert said["actor"]["guest_of"] == str(world.harbor_fire.pk)
    assert [one["sort"] for one in said["fact"]["opens"]] == ["guest"]
    found = agency_reads.who_looked(world.ana, Sought(person="kim")).lines
    assert found[0].fact["basis"] == ["guest of Harbor County Fire"]


def test_everybody_there_sees_who_is_a_guest_and_why(world: World) -> None:
    came(world)

    (row,) = reads.board(world.dev, world.fire.pk).of_kind("guest")

    assert (row["name"], row["reason"]) == ("Kim Roe", "Their boats are coming.")
    (entry,) = reads.guests(world.dev, world.fire.pk)
    assert (entry.here, entry.may) == (True, frozenset())
    assert reads.guests(world.ana, world.fire.pk)[0].may == {"end", "renew", "widen"}


@pytest.mark.parametrize("who", ["cleo", "dora"])
def test_who_may_invite_an_agency_may_invite_a_guest(world: World, who: str) -> None:
    """Dora dispatches for the lead; Cleo commands nothing here."""
    by = getattr(world, who)
    if who == "dora":
        assert invited(world, by)
        return
    with pytest.raises(NotAllowed):
        invited(world, by)


def test_a_stranger_invites_nobody(world: World) -> None:
    with pytest.raises(NotFound):
        invited(world, world.ivy)


@pytest.mark.parametrize("hours", [-1, 73])
def test_a_stay_is_bounded(world: World, hours: int) -> None:
    """CJIS AC-2: emergency accounts are gone within 72 hours."""
    with pytest.raises(StaysTooLong):
        invited(world, due_at=later(hours=hours))


def test_the_link_works_once(world: World) -> None:
    kim = came(world)

    with pytest.raises(NotFound):
        writes.come_as_guest(kim, id_of(kim), digest=admission.digest_of(SECRET))


def test_a_new_link_is_the_only_one_that_works(world: World) -> None:
    pk = invited(world)
    writes.renew_guest_link(world.dora, pk, digest="new")

    with pytest.raises(NotFound):
        writes.come_as_guest(actor_of(pk), pk, digest=admission.digest_of(SECRET))
    assert writes.come_as_guest(actor_of(pk), pk, digest="new").guest == pk


def test_nobody_comes_in_as_somebody_elses_guest(world: World) -> None:
    pk = invited(world)

    with pytest.raises(NotAllowed):
        writes.come_as_guest(world.dev, pk, digest=admission.digest_of(SECRET))


@pytest.mark.parametrize("who", ["ana", "dora", "kim"])
def test_the_stay_ends_by_one_tap_of_the_host_or_of_the_guest(world: World, who: str) -> None:
    kim = came(world)

    writes.end_guest(kim if who == "kim" else getattr(world, who), id_of(kim))

    with pytest.raises(NotFound):
        reads.board(kim, world.fire.pk)
    assert admission.admit(Guest.objects.get().account_id, via="page") is None
    with pytest.raises(GuestIsGone):
        writes.end_guest(world.ana, id_of(kim))


def test_a_partner_ends_nobodys_stay(world: World) -> None:
    kim = came(world)

    with pytest.raises(NotAllowed):
        writes.end_guest(world.dev, id_of(kim))


def test_the_clock_ends_a_stay_though_nothing_sweeps(world: World) -> None:
    kim = came(world, tier=Tier.ASSIST)

    time_passes(world)

    with pytest.raises(NotFound):
        reads.board(kim, world.fire.pk)
    with pytest.raises(NotFound):
        writes.write_note(kim, world.fire.pk, category=OPS, text="Two boats.")
    assert admission.admit(Guest.objects.get().account_id, via="page") is None


def test_a_sweep_tells_that_the_time_is_up_once(world: World) -> None:
    came(world)
    time_passes(world)

    assert tell_guests_over() == 1
    assert tell_guests_over() == 0

    assert happened_at(world.fire.pk)[-1] == "incidents.guest_time_up"
    assert Guest.objects.get().ended_at is not None


def test_closing_the_incident_ends_every_stay(world: World) -> None:
    kim = came(world)
    with seeding():
        world.fire.status, world.fire.closed_at = "closed", timezone.now()
        world.fire.save()

    with pytest.raises(NotFound):
        reads.board(kim, world.fire.pk)


def test_a_guest_never_learns_of_anything_else(world: World) -> None:
    kim = came(world, tier=Tier.ASSIST)

    for look in (
        lambda: reads.timeline(kim, uuid4()),
        lambda: agency_reads.agreement(kim, world.agreement.pk),
        lambda: agency_reads.resource(kim, world.engines[0].pk),
    ):
        with pytest.raises((NotFound, NotAllowed)):
            look()
    assert agency_reads.agreements(kim) == []
    assert reads.incidents(kim).active == []


def test_the_trail_tells_of_a_stay_in_sentences(world: World) -> None:
    kim = came(world)
    writes.end_guest(world.ana, id_of(kim))

    said = [line.what for line in reads.timeline(world.ana, world.fire.pk).lines]

    assert "The stay of Kim Roe (Seaside Rescue), guest of Harbor County Fire, was ended." in said
    assert any("Their boats are coming." in what for what in said)


def test_a_guest_named_like_nothing_is_refused(world: World) -> None:
    with pytest.raises(Contradiction):
        invited(world, name="", reason="")
