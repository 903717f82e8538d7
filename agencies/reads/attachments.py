"""The files of an agreement: what there is, and one of them to take along."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.agreement_text import AgreementText
from agencies.categories import Category
from agencies.models import Agreement, AttachmentFile, AttachmentKind, Party
from agencies.reads.agreements import visible
from agencies.reads.as_sent import shown_text
from audit import looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentEntry:
    """A file that is signed with the text, by its hash."""

    id: UUID
    kind: str
    kind_label: str
    title: str
    size: int
    pages: int
    file_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentContent:
    """A file as it was attached."""

    title: str
    file_hash: str
    content: bytes


@read
def attachment_file(actor: Actor, agreement: UUID, pk: UUID) -> AttachmentContent:
    """One file, for whoever is shown the text that it belongs to; its owners are told by hash."""
    row = visible(actor).filter(pk=agreement).select_related("led_by").first()
    if row is None or pk not in {one.id for one in shown_text(actor, row).attachments}:
        raise NotFound
    file = AttachmentFile.objects.select_related("attachment").get(attachment=pk)
    found = file.attachment
    for owner in _owners(row):
        by = opened("party", _("downloaded, SHA-256 %s") % found.file_hash, Category.OPS)
        looks.current().shown(owner, f"attachment:{pk}", by)
    return AttachmentContent(
        title=found.title, file_hash=found.file_hash, content=bytes(file.content)
    )


def attachments_of(text: AgreementText) -> tuple[AttachmentEntry, ...]:
    return tuple(
        AttachmentEntry(
            id=one.id,
            kind=one.kind,
            kind_label=str(AttachmentKind(one.kind).label),
            title=one.title,
            size=one.size,
            pages=one.pages,
            file_hash=one.file_hash,
        )
        for one in text.attachments
    )


def _owners(row: Agreement) -> set[UUID]:
    parties = Party.objects.filter(agreement=row, removed_at__isnull=True)
    return {row.led_by_id, *parties.values_list("agency", flat=True)}
