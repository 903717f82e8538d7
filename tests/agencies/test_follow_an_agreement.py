"""What parties say of a text reaches the pages of it that are open."""

from __future__ import annotations

from uuid import UUID

from asgiref.sync import sync_to_async

from agencies import writes
from tests.agencies.acts import clause, executed, reviewed
from tests.agencies.browsers import page
from tests.agencies.test_amend_an_agreement import sign, six
from tests.incidents.readers import begin
from tests.sockets import Follow
from tests.world import World


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
