"""The files of an agreement: attached to a draft, taken along by its parties."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import reads, writes
from agencies.web.acting import Asked, act, of_a_part
from agencies.web.answers import carried_out, filled
from agencies.web.attachment_forms import AttachForm
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest
from audit.actors import Actor

NO_NAMES: Final = frozenset('/\\:*?"<>|')


def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Attach a PDF to a draft."""
    reads.draft(request.actor, pk)
    form = AttachForm(filled(request), request.FILES or None)
    told = carried_out(form, lambda: writes.add_attachment(request.actor, pk, **form.cleaned_data))
    if told:
        return redirect("agencies:agreement", pk)
    return render(
        request,
        "agencies/attach.html",
        {"page": "agreements", "form": form, "pk": pk},
        status=422 if form.errors else 200,
    )


@require_safe
def download(request: ActorRequest, pk: UUID, attachment: UUID) -> HttpResponse:
    """A file as it was attached. It is never opened in the page."""
    return taken(request.actor, pk, attachment)


def taken(actor: Actor, pk: UUID, attachment: UUID) -> HttpResponse:
    found = reads.attachment_file(actor, pk, attachment)
    name = content_disposition_header(as_attachment=True, filename=f"{_as_name(found.title)}.pdf")
    return HttpResponse(
        found.content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": name or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "ETag": f'"{found.file_hash}"',
        },
    )


def _as_name(title: str) -> str:
    """A title as the name of a file: it names no folder, and reads one way."""
    kept = "".join(one if one.isprintable() and one not in NO_NAMES else " " for one in title)
    return " ".join(kept.split()).strip(". ") or "file"


@of_a_part
def remove(request: ActorRequest, pk: UUID, attachment: UUID) -> HttpResponse:
    """Take a file out of a draft."""
    reads.draft(request.actor, pk)
    asked = Asked(_("Take it out"), _("Take it out"), danger=True)
    form = Confirm(filled(request))
    return act(
        request, pk, form, asked, lambda _said: writes.remove_attachment(request.actor, attachment)
    )
