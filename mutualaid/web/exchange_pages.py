"""Taking in a request that another system wrote."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.web.answers import carried_out
from agencies.web.requests import ActorRequest
from agencies.words import Priority
from incidents.exchange.problems import Problems
from incidents.web.messages import LARGEST
from mutualaid import reads
from mutualaid.web.edxl import Incoming, incoming
from mutualaid.web.messages import carried_in


class UploadForm(forms.Form):
    """An EDXL-RM RequestResource from a file."""

    message = forms.FileField(
        label=gettext_lazy("EDXL-RM message"),
        help_text=gettext_lazy("A RequestResource in XML, of at most one megabyte."),
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        initial=Priority.URGENT,
        help_text=gettext_lazy("The message does not say one."),
    )

    def clean_message(self) -> Incoming:
        """Read it whole, or list everything that has to be put right."""
        file: Any = self.cleaned_data["message"]
        if not isinstance(file, UploadedFile) or (file.size or 0) > LARGEST:
            raise ValidationError(_("That is larger than one megabyte."))
        try:
            return incoming(file.read())
        except Problems as wrong:
            raise ValidationError([str(one) for one in wrong.found]) from wrong


def upload(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take in a request from a file; the same again shows what became of the first."""
    place = reads.incident_asked_for(request.actor, pk)
    form = UploadForm(request.POST or None, request.FILES or None)
    told = carried_out(form, lambda: _submitted(request, pk, form))
    if told:
        return redirect("mutualaid:request", told)
    more = {"page": "incidents", "form": form, "incident": place, "mode": place["mode"]}
    status = 422 if form.errors else 200
    return render(request, "mutualaid/upload.html", more, status=status)


def _submitted(request: ActorRequest, pk: UUID, form: UploadForm) -> UUID:
    said = form.cleaned_data
    return carried_in(request.actor, pk, said["message"], priority=said["priority"])
