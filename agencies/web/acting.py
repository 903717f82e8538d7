"""One act on an agreement or a part of it, as a dialog: form, write, back to the agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from django import forms
from django.http import HttpResponse

from agencies import reads
from agencies.web.answers import asked as asked_for
from agencies.web.answers import carried_out, onward
from agencies.web.requests import ActorRequest

Page = TypeVar("Page", bound=Callable[..., HttpResponse])


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


def of_a_part(page: Page) -> Page:
    """For a page of an act on a part: it must be a part of the agreement in the address.

    The write asks for the part alone; the page would then lead back to another agreement.
    """

    @wraps(page)
    def found(request: ActorRequest, pk: UUID, **parts: UUID) -> HttpResponse:
        for sort, part in parts.items():
            reads.part(request.actor, pk, sort, part)
        return page(request, pk, **parts)

    return cast(Page, found)
