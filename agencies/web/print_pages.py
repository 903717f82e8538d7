"""An agreement as a file to take along."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from agencies import reads, writes
from agencies.web.requests import ActorRequest
from audit.actors import Actor


@require_POST
def print_agreement(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The agreement as a PDF. That it left, and as which file, stands in the ledger first."""
    return pdf(request.actor, pk)


def pdf(actor: Actor, pk: UUID) -> HttpResponse:
    made = reads.agreement_print(actor, pk)
    writes.record_print(actor, pk, text_hash=made.text_hash, file_hash=made.file_hash)
    return HttpResponse(
        made.file,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="agreement-{pk}.pdf"'},
    )
