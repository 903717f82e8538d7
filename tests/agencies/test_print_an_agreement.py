"""An agreement on paper: whole, as data, with its signatures; and that it was taken along."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from pypdf import PdfReader

from agencies import reads, typesetting, writes
from audit.refusals import NotFound
from audit.trail import Sought
from tests.agencies.acts import drafted, executed, hash_of, section_wording, sent, wording
from tests.agencies.browsers import send
from tests.agencies.systems import System
from tests.agencies.test_record_past_agreement import record, signatures
from tests.world import World

HOSTILE = '#eval("1+1") $x^2$ *bold* _it_ <label> @ref \\ [x] #import "@preview/a:1" \u202eeno \x07'


def read(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)


def printed(world: World, pk: UUID) -> str:
    return read(reads.agreement_print(world.dora, pk).file)


def test_it_says_what_was_agreed_and_who_signed_what(world: World) -> None:
    pk = executed(world)

    said = printed(world, pk)

    for words in (
        *("Harbor and Bay aid", "Harbor County Fire (HCF)", "Either party may ask the other."),
        *("In coded form (the text governs):", "Coded by: Dora Weiss", "Checked by: Dora Weiss"),
        *("Dev Rao", "Signed in Muster", hash_of(pk), "In force on", "page 1 of"),
    ):
        assert words in said, words


def test_what_nobody_has_signed_says_so(world: World) -> None:
    assert "Nobody has signed this text." in printed(world, drafted(world))


def test_words_are_set_as_words_whatever_they_look_like(world: World) -> None:
    pk = drafted(world, title="#panic() $aid$")
    writes.add_clause(world.dora, pk, wording=wording(number="3", text=HOSTILE.replace("\x07", "")))
    writes.add_section(world.dora, pk, wording=section_wording(text="A" * 20_000))

    said = printed(world, pk)

    assert "#panic() $aid$" in said
    assert '#eval("1+1") $x^2$ *bold* _it_ <label> @ref' in said
    assert "⟨U+202E⟩eno" in said
    assert said.count("A") >= 20_000


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demo_says_on_every_page_that_it_is_one(
    world: World, settings: Any, demo: bool
) -> None:
    settings.DEMO = demo

    file = reads.agreement_print(world.dora, executed(world)).file

    pages = PdfReader(BytesIO(file)).pages
    assert {"DEMONSTRATION" in page.extract_text() for page in pages} == {demo}


def test_whose_agreement_it_is_finds_the_files_hash_in_their_log(world: World) -> None:
    pk = executed(world)

    answer = send(world.dev, "print-agreement", pk)

    file_hash = sha256(answer.content).hexdigest()
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    looked = reads.who_looked(world.ana, Sought()).lines[0]
    assert f"printed, SHA-256 {file_hash}" in looked.fact["basis"]
    line = reads.agency_trail(world.dev, Sought()).lines[0]
    assert line.sentence.endswith(f"the file with SHA-256 {file_hash}.")


def test_what_is_not_ours_is_not_printed(world: World) -> None:
    pk = sent(world)
    assert printed(world, pk)

    with pytest.raises(NotFound):
        reads.agreement_print(world.ivy, pk)
    assert send(world.ivy, "print-agreement", pk).status_code == 404


def test_what_was_signed_on_paper_says_so(world: World) -> None:
    then = timezone.now() - timedelta(days=700)
    pk = drafted(world, effective_at=then, expires_at=then + timedelta(days=300))
    record(pk, signatures=signatures(world.dora, world.dev, at=then))

    said = printed(world, pk)

    assert "Signed on paper" in said
    assert "Signed in Muster" not in said


def test_other_systems_take_it_along_too(world: World) -> None:
    pk = executed(world)

    answer = System(world.dora).act(f"agreements/{pk}/print/")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize(("bound", "most"), [("SECONDS", 1), ("MEMORY", 300 << 20)])
def test_what_would_take_all_there_is_is_not_printed(
    world: World, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    """A draft is its lead's to fill, and it is everybody's processor."""
    pk = drafted(world)
    for number in range(6):
        said = section_wording(number=f"{number}.9", text="a\n" * 9_999)
        writes.add_section(world.dora, pk, wording=said)
    monkeypatch.setattr(typesetting, bound, most)

    answer = send(world.dora, "print-agreement", pk)

    assert answer.status_code == 422
    assert b"too long to be put on paper" in answer.content
