"""What parties say of a text reaches the pages of it that are open."""

from __future__ import annotations

from uuid import UUID

from asgiref.sync import sync_to_async

from agencies import writes
from agencies.details import ResourceDetails
from agencies.models import Member
from audit.actors import Actor
from tests.agencies.acts import clause, executed, reviewed
from tests.agencies.browsers import page
from tests.agencies.test_amend_an_agreement import sign, six
from tests.incidents.readers import begin
from tests.sockets import Follow
from tests.world import ENGINE, World, actor


async def test_a_remark_and_proposed_words_are_heard_of_by_every_party(follow: Follow) -> None:
    world = await begin()
    pk = await sync_to_async(reviewed)(world)
    dora = await follow(world.dora)
    await dora.until(lambda rows: f"agreement:{pk}" in rows)

    await sync_to_async(writes.remark)(world.dev, pk, said="Who pays?")
    heard = await dora.frame()
    await sync_to_async(_proposes)(world, pk)
    again = await dora.frame()

    assert f"agreement:{pk}" in heard["rows"]
    assert f"agreement:{pk}" in again["rows"]


async def test_a_strangers_agency_hears_nothing_of_a_review(follow: Follow) -> None:
    """Until something of its own: by then all that happened before has been handed out."""
    world = await begin()
    ivy = await follow(await sync_to_async(as_she_is_seated)(world))
    first = await ivy.frame()
    pk = await sync_to_async(reviewed)(world)
    await sync_to_async(writes.remark)(world.dev, pk, said="Who pays?")
    await sync_to_async(_proposes)(world, pk)

    own = await sync_to_async(_buys_a_truck)(world)
    heard = await ivy.frame()

    assert first["reset"]
    assert list(heard["rows"]) == [f"resource:{own}"]


def as_she_is_seated(world: World) -> Actor:
    """Not in every seat, as `world.ivy` is in memory alone: a socket would have her come again."""
    return actor(Member.objects.get(pk=world.ivy.member_id))


def _buys_a_truck(world: World) -> UUID:
    truck = ResourceDetails(call_sign="T1", kind=ENGINE, type=1, personnel=2)
    return writes.add_resource(world.ivy, world.northfield.pk, details=truck).resource


def test_the_page_follows_its_agency_for_itself_and_for_what_amends_it(world: World) -> None:
    pk = executed(world)
    document = six(world, pk)
    sign(world, document)

    shown = page(world.dev, "agreement", pk).content.decode()

    assert 'src="/live/agency/"' in shown
    watched = shown.partition('data-watch="')[2].partition('"')[0].split()
    assert {str(pk), str(document)} <= set(watched)


def _proposes(world: World, pk: UUID) -> None:
    writes.propose_words(
        world.dev, pk, clause=clause(pk, "2"), proposed="Two ambulances.", why="We have two."
    )
