"""Files of an agreement by API: another system brings a PDF, and takes one along."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest

from agencies import reads, writes
from audit.trail import Sought
from tests.agencies.acts import attached, drafted, hash_of
from tests.agencies.papers import paper, with_script
from tests.agencies.systems import System
from tests.world import World


def attach(by: System, pk: UUID, content: bytes, **said: str) -> Any:
    asked = urlencode({"kind": "exhibit", "title": "Map"} | said)
    return by.client.post(
        f"/api/v1/agreements/{pk}/attachments/?{asked}",
        content,
        content_type="application/pdf",
        headers=by.headers | {"Idempotency-Key": uuid4().hex},
    )


def test_a_system_attaches_a_file_and_takes_it_along_again(world: World) -> None:
    dora, pk = System(world.dora), drafted(world)

    added = attach(dora, pk, paper(), kind="certificate")

    assert added.status_code == 201, added.content
    assert added.json()["file_hash"] == sha256(paper()).hexdigest()
    file = added.json()["attachment"]
    again = dora.look(f"agreements/{pk}/attachments/{file}/")
    assert (again.content, again["Content-Type"]) == (paper(), "application/pdf")
    (shown,) = dora.look(f"agreements/{pk}/").json()["attachments"]
    assert (shown["id"], shown["kind"], shown["pages"]) == (file, "certificate", 1)


def test_whose_agreement_it_is_finds_that_a_system_took_it(world: World) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    answer = System(world.dev).look(f"agreements/{pk}/attachments/{file}/")

    assert answer.status_code == 200
    looked = reads.who_looked(world.ana, Sought()).lines[0].fact
    assert f"attachment:{file}" in looked["rows"]


def test_nobody_else_attaches_or_takes_anything(world: World) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk)

    for other in (world.dev, world.ivy):
        system = System(other)
        assert attach(system, pk, paper("Plan")).status_code == 404
        assert system.look(f"agreements/{pk}/attachments/{file}/").status_code == 404
    elsewhere = System(world.dora).look(f"agreements/{world.agreement.pk}/attachments/{file}/")
    assert elsewhere.status_code == 404


@pytest.mark.parametrize(
    ("content", "said", "status"),
    [
        (b"", {}, 415),
        (b"<html>", {}, 422),
        (with_script(), {}, 422),
        (paper(), {"kind": "letter"}, 400),
        (paper(), {"title": ""}, 400),
        (paper(), {"title": "x" * 121}, 400),
        (paper(), {"title": "a\x00b"}, 400),
        (paper(), {"note": "there is no such field"}, 400),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_attached(
    world: World, content: bytes, said: dict[str, str], status: int
) -> None:
    dora, pk = System(world.dora), drafted(world)

    assert attach(dora, pk, content, **said).status_code == status
    assert reads.agreement(world.dora, pk).attachments == ()


def test_a_file_comes_as_a_pdf_and_as_nothing_else(world: World) -> None:
    dora, pk = System(world.dora), drafted(world)

    answer = dora.act(f"agreements/{pk}/attachments/?kind=exhibit&title=Map", {"file": "x"})

    assert answer.status_code == 415
