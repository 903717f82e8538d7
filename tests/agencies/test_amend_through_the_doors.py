"""Amendments on their pages and by API, and what they change on a partner's board."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies import writes
from agencies.categories import Category
from agencies.models import Agreement
from incidents import writes as at_incidents
from tests.agencies.acts import clause, executed, hash_of
from tests.agencies.browsers import as_sent, page, send
from tests.agencies.shares import sharing
from tests.agencies.systems import System
from tests.agencies.test_amend_an_agreement import amendment, most, sign, six
from tests.incidents.readers import begin
from tests.sockets import Client, Follow
from tests.world import World


def amendment_of(pk: UUID) -> UUID:
    return Agreement.objects.get(amends=pk).pk


def test_an_amendment_is_written_and_signed_on_its_pages(world: World) -> None:
    pk = executed(world)
    send(world.dora, "amend", pk, purpose="More of them.", effective_at="2026-01-01T00:00")
    document = amendment_of(pk)
    chosen = page(world.dora, "change-clause", document).content.decode()
    assert "Replace clause 2" in chosen
    filled = as_sent(
        page(world.dora, "replace-clause", document, clause(pk, "2")).context["form"].initial
    )
    filled |= {"text": "Bay sends six.", "most_1": 6}
    assert (
        send(world.dora, "replace-clause", document, clause(pk, "2"), **filled).status_code == 302
    )
    assert send(world.dora, "strike-clause", document, clause(pk, "1")).status_code == 302
    assert send(world.dora, "keep-clause", document, clause(pk, "1")).status_code == 302

    sign(world, document)

    shown = page(world.dev, "agreement", pk).content.decode()
    assert "As amended by No. 1" in shown
    assert f"/agreements/{document}/" in shown
    assert most(world, pk) == [6]


def test_only_the_reason_and_the_day_of_an_amendment_are_its_own(world: World) -> None:
    document = six(world, executed(world))
    asked = page(world.dora, "edit-agreement", document).context["form"]
    assert set(asked.fields) == {"purpose", "effective_at", "version"}

    send(
        world.dora, "edit-agreement", document, purpose="Many more.",
        effective_at="2026-02-01T00:00", version=asked.initial["version"],
    )  # fmt: skip

    assert Agreement.objects.get(pk=document).purpose == "Many more."


def test_what_is_no_amendment_has_nothing_to_change(world: World) -> None:
    assert page(world.dora, "change-clause", executed(world)).status_code == 404


def test_an_amendment_is_written_by_another_system(world: World) -> None:
    dora, pk = System(world.dora), executed(world)
    said = {"purpose": "Other words.", "effective_at": timezone.now().isoformat()}
    begun = dora.act(f"amendments/{pk}/draft/", said)
    document = begun.json()["agreement"]
    before = dora.look(f"agreements/{pk}/").json()["clauses"][1]
    put = {name: before[name] for name in ("number", "kind", "heading", "terms")}
    instead = {**put, "text": "Bay sends some.", "instead_of": before["id"]}
    replaced = dora.act(f"amendments/{document}/replace/", instead)
    kept = dora.act(f"amendments/{document}/keep/", {"clause": before["id"]})
    struck = dora.act(f"amendments/{document}/strike/", {"clause": before["id"]})

    assert [one.status_code for one in (begun, replaced, kept, struck)] == [201, 201, 200, 201]
    assert [one["number"] for one in dora.look(f"amendments/{document}/").json()] == ["1"]
    shown = dora.look(f"agreements/{document}/").json()
    assert [part["change"] for part in shown["changes"]] == ["removed"]


def test_absurd_amendments_are_refused_in_a_sentence(world: World) -> None:
    dora, pk = System(world.dora), executed(world)

    for said in ({"purpose": "", "effective_at": "soon"}, {"purpose": "x" * 4001}, {}):
        assert dora.act(f"amendments/{pk}/draft/", said).status_code == 400
    late = {"purpose": "Late.", "effective_at": "2099-01-01T00:00:00Z"}
    assert dora.act(f"amendments/{pk}/draft/", late).status_code == 422


def texts(client: Client) -> list[Any]:
    return [row["text"] for key, row in client.rows.items() if key.startswith("note:")]


async def test_a_partners_open_board_shows_what_an_amendment_shares_at_that_moment(
    follow: Follow,
) -> None:
    """RULE-MOU-02: with the last signature, and not before."""
    world = await begin()
    pk = await sync_to_async(executed)(world)
    document = await sync_to_async(amendment)(world, pk)
    write = sync_to_async(writes.add_clause)
    await write(world.dora, document, wording=sharing("3", Category.LES))
    await sync_to_async(at_incidents.write_note)(
        world.ana, world.fire.pk, category=Category.LES, text="A gray van."
    )
    cleo = await follow(world.cleo, world.fire)
    await cleo.until(lambda rows: texts(cleo) == [{"withheld": "LES"}])

    await sync_to_async(sign)(world, document)

    await cleo.until(lambda rows: texts(cleo) == ["A gray van."])


def test_the_hash_of_an_amendment_says_what_it_amends(world: World) -> None:
    pk = executed(world)
    other = executed(world, title="Another", effective_at=timezone.now() - timedelta(days=9))
    at = timezone.now()

    first, second = (amendment(world, one, effective_at=at) for one in (pk, other))

    assert hash_of(first) != hash_of(second)
