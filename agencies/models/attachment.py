from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.models.agreement import Agreement
from audit.rows import Row, sane_time

LARGEST_FILE: Final = 25 * 1024 * 1024
MOST_PAGES: Final = 1000


class AttachmentKind(TextChoices):
    SCAN = "scan", _("Scan of the paper that was signed")
    EXHIBIT = "exhibit", _("Exhibit")
    CERTIFICATE = "certificate", _("Certificate")


class Attachment(Row):
    """A PDF that belongs to an agreement's text: signed with it, by the hash of the file.

    As with a clause, it never changes: another file is another row.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=12, choices=AttachmentKind)
    title = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField()
    file_hash = models.CharField(max_length=64)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "title"]
        constraints = [
            CheckConstraint(
                name="attachment_is_of_a_size", condition=Q(size__range=(1, LARGEST_FILE))
            ),
            CheckConstraint(name="attachment_has_pages", condition=Q(pages__range=(1, MOST_PAGES))),
            CheckConstraint(
                name="attachment_is_known_by_its_hash",
                condition=Q(file_hash__regex=r"^[0-9a-f]{64}$"),
            ),
            CheckConstraint(
                name="attachment_kind_is_known", condition=Q(kind__in=AttachmentKind.values)
            ),
            sane_time("attachment_removed_at_a_sane_time", "removed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.title}"


class AttachmentFile(Row):
    """The bytes of an attachment, which the database itself holds against their hash."""

    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.attachment)
