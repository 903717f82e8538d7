"""Files of an agreement: plain paper only, signed by their hash, taken along by its parties."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader

from agencies import reads, writes
from agencies.models import Attachment, AttachmentFile, AttachmentKind
from agencies.pdfs import LARGEST_FILE, NotAPlainPdf, plain_pdf
from agencies.reads.printing import agreement_print
from agencies.writes.attachments import AttachedAlready
from agencies.writes.sealing import NotADraft
from audit.refusals import NotFound
from audit.trail import Sought
from tests.agencies.acts import attached, drafted, hash_of, sent
from tests.agencies.browsers import page, send
from tests.agencies.papers import HOSTILE, paper, with_link
from tests.agencies.test_record_past_agreement import record, signatures
from tests.corpus import corpus_file
from tests.world import World, seeding


def test_a_file_is_signed_with_the_text_by_its_hash(world: World) -> None:
    """RULE-MOU-02."""
    pk = drafted(world)
    before = hash_of(pk)

    attached(world.dora, pk)

    (shown,) = reads.agreement(world.dora, pk).attachments
    assert hash_of(pk) != before
    assert (shown.title, shown.pages, shown.file_hash) == (
        *("Map", 1),
        sha256(paper("Map")).hexdigest(),
    )


def test_every_party_takes_it_along_as_it_was_attached_and_its_owner_finds_that(
    world: World,
) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    answer = page(world.dev, "attachment", pk, file)

    assert answer.content == paper("Map")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="Map.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    looked = reads.who_looked(world.ana, Sought()).lines[0].fact
    assert f"attachment:{file}" in looked["rows"]


def test_nobody_else_knows_of_it(world: World) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk)
    assert page(world.dora, "attachment", pk, file).status_code == 200

    for other in (world.dev, world.ivy):  # a draft is its lead's alone
        with pytest.raises(NotFound):
            reads.attachment_file(other, pk, file)
    assert page(world.dora, "attachment", world.agreement.pk, file).status_code == 404


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_more_or_less_than_paper_is_refused_with_a_reason(name: str) -> None:
    make, word = HOSTILE[name]

    with pytest.raises(NotAPlainPdf, match=word):
        plain_pdf(make())


def test_a_link_that_a_reader_asks_about_is_still_paper() -> None:
    assert plain_pdf(with_link("https://harbor.example/plan")).pages == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc passwd.pdf"),
        ('a"; filename="run.exe', "a ; filename= run.exe.pdf"),
        ("Map\u202efdp.exe", "Map fdp.exe.pdf"),
        ("..", "file.pdf"),
    ],
)
def test_a_title_is_no_path_when_it_is_taken_along(world: World, title: str, name: str) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk, title=title)

    answer = page(world.dora, "attachment", pk, file)

    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_other_peoples_bad_files_are_no_paper() -> None:
    files = [one for one in corpus_file("bad-input").rglob("*") if one.is_file()]

    taken = [one for one in files if _is_paper(one.read_bytes())]

    assert files
    assert taken == []


def _is_paper(content: bytes) -> bool:
    try:
        plain_pdf(content)
    except NotAPlainPdf:
        return False
    return True


def test_a_file_that_is_too_large_is_not_even_looked_into() -> None:
    with pytest.raises(NotAPlainPdf, match="larger than 25 MB"):
        plain_pdf(b"%PDF-" + b"0" * LARGEST_FILE)


def test_the_same_file_is_attached_once(world: World) -> None:
    pk = drafted(world)
    attached(world.dora, pk)

    with pytest.raises(AttachedAlready):
        attached(world.dora, pk)


def test_what_was_sealed_takes_no_file(world: World) -> None:
    """RULE-MOU-02."""
    with pytest.raises(NotADraft):
        attached(world.dora, sent(world))


def test_the_database_holds_a_file_against_its_hash(world: World) -> None:
    pk = drafted(world)
    with seeding():
        row = Attachment.objects.create(
            agreement_id=pk, kind="exhibit", title="Map", size=9, pages=1, file_hash="0" * 64
        )

    with pytest.raises(IntegrityError), transaction.atomic(), seeding():
        AttachmentFile.objects.create(attachment=row, content=b"%PDF-1.7")


def test_a_file_is_taken_out_of_a_draft_and_kept(world: World) -> None:
    pk = drafted(world)
    file = attached(world.dora, pk)
    with_it = hash_of(pk)

    writes.remove_attachment(world.dora, file)

    assert reads.agreement(world.dora, pk).attachments == ()
    assert hash_of(pk) != with_it
    assert AttachmentFile.objects.filter(attachment=file).exists()
    line = reads.agency_trail(world.dora, Sought()).lines[0].sentence
    assert line == "Took the file “Map” out of “Harbor and Bay aid”."


def test_it_is_attached_on_a_page(world: World) -> None:
    pk = drafted(world)
    file = SimpleUploadedFile("../../map.html", paper(), content_type="text/html")

    answer = send(world.dora, "attach", pk, kind="exhibit", title="Map", file=file)

    assert answer.status_code == 302
    assert b'<span class="sr-only"> Map</span>' in page(world.dora, "agreement", pk).content
    wrong = SimpleUploadedFile("map.pdf", b"<html>", content_type="application/pdf")
    refused = send(world.dora, "attach", pk, kind="exhibit", title="Other", file=wrong)
    assert refused.status_code == 422
    assert b"It is not a PDF, whatever its name says." in refused.content


def test_a_print_lists_what_is_attached_by_its_hash(world: World) -> None:
    pk = drafted(world)
    attached(world.dora, pk, kind=AttachmentKind.SCAN)

    file = agreement_print(world.dora, pk).file

    said = "".join(one.extract_text() for one in PdfReader(BytesIO(file)).pages)
    assert sha256(paper("Map")).hexdigest() in said
    assert "scan of the paper that was signed" in said


def test_the_record_of_a_paper_agreement_takes_its_scan(world: World) -> None:
    then = timezone.now() - timedelta(days=700)
    pk = drafted(world, effective_at=then, expires_at=then + timedelta(days=300))
    file = attached(world.dora, pk, kind=AttachmentKind.SCAN)

    record(pk, signatures=signatures(world.dora, world.dev, at=then))

    assert reads.attachment_file(world.dev, pk, file).content == paper("Map")
    assert reads.agreement(world.dev, pk).intact
