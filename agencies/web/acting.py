"""One act on an agreement, as a dialog: the form, the write, and back to the agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse

from agencies.web.answers import asked as asked_for
from agencies.web.answers import carried_out, onward
from agencies.web.requests import ActorRequest


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dialog is called, what its button says, and what there is to know first."""

    title: str
    submit: str
    text: str = ""
    danger: bool = False


def act(
    request: ActorRequest,
    pk: UUID,
    form: forms.Form,
    asked: Asked,
    write: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Ask, and once it is filled in, do it."""
    if carried_out(form, lambda: write(form.cleaned_data)):
        return onward(request, "agencies:agreement", pk)
    return asked_for(
        request,
        form,
        title=asked.title,
        submit=asked.submit,
        text=asked.text,
        danger=asked.danger,
    )
