"""Pages on which the sections of a draft are written."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies import reads, writes
from agencies.web.acting import Asked, act
from agencies.web.answers import filled
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest
from agencies.web.section_forms import SectionForm


def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write a section into a draft."""
    number = reads.next_section_number(request.actor, pk)
    form = SectionForm(filled(request), initial={"number": number})
    asked = Asked(_("Add a section"), _("Add"), _("Text that Muster codes nothing from."))
    return act(
        request,
        pk,
        form,
        asked,
        lambda _said: writes.add_section(request.actor, pk, wording=form.wording()),
    )


def edit(request: ActorRequest, pk: UUID, section: UUID) -> HttpResponse:
    """Word a section anew."""
    before = asdict(reads.section(request.actor, pk, section))
    form = SectionForm(filled(request), initial=before | {"elements": list(before["elements"])})
    asked = Asked(_("Section %s") % before["number"], _("Save"))
    return act(
        request,
        pk,
        form,
        asked,
        lambda _said: writes.edit_section(request.actor, section, wording=form.wording()),
    )


def remove(request: ActorRequest, pk: UUID, section: UUID) -> HttpResponse:
    """Take a section out of a draft."""
    reads.section(request.actor, pk, section)
    asked = Asked(_("Take it out"), _("Take it out"), danger=True)
    form = Confirm(filled(request))
    return act(
        request, pk, form, asked, lambda _said: writes.remove_section(request.actor, section)
    )
