from __future__ import annotations

from agencies import rules
from agencies.details import PdfFile
from agencies.facts import AttachmentAdded, AttachmentRemoved
from agencies.models import Agreement, Attachment, AttachmentFile, AttachmentKind
from agencies.writes.clauses import ChangedSince
from agencies.writes.sealing import locked_draft, require_draft
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write

MOST_ATTACHMENTS = 40


class TooManyFiles(Refusal):
    """Forty files belong to an agreement at most."""


class AttachedAlready(Refusal):
    """This very file is attached already."""


@write(allow=rules.drafts)
def add_attachment(
    actor: Actor, agreement: Agreement, *, kind: AttachmentKind, title: str, file: PdfFile
) -> AttachmentAdded:
    """Attach a PDF to a draft. Its hash is part of the text that is signed (RULE-MOU-02)."""
    require_draft(agreement)
    there = Attachment.objects.filter(agreement=agreement, removed_at__isnull=True)
    if there.count() >= MOST_ATTACHMENTS:
        raise TooManyFiles
    if there.filter(file_hash=file.file_hash).exists():
        raise AttachedAlready
    attachment = Attachment.objects.create(
        agreement=agreement,
        kind=kind,
        title=title,
        size=len(file.content),
        pages=file.pages,
        file_hash=file.file_hash,
    )
    AttachmentFile.objects.create(attachment=attachment, content=file.content)
    return AttachmentAdded(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        attachment=attachment.pk,
        name=title,
        file_hash=file.file_hash,
        pages=file.pages,
        size=attachment.size,
        touches=(agreement, attachment),
    )


@write(allow=rules.words)
def remove_attachment(actor: Actor, attachment: Attachment) -> AttachmentRemoved:
    """Take a file out of a draft; it is kept, and counts no more."""
    agreement = locked_draft(attachment.agreement_id)
    if attachment.removed_at is not None:
        raise ChangedSince
    attachment.removed_at = clock.now()
    attachment.save(update_fields=["removed_at"])
    return AttachmentRemoved(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        attachment=attachment.pk,
        name=attachment.title,
        file_hash=attachment.file_hash,
        touches=(agreement, attachment),
    )
