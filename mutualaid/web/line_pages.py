"""Dialogs about one line of a request, and about one rung of its ladder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies.web.answers import asked, carried_out, filled
from agencies.web.forms import Confirm, ReasonForm
from agencies.web.landing import landed
from agencies.web.requests import ActorRequest
from mutualaid import reads, writes
from mutualaid.web.forms import CancelLineForm

Act = Callable[[], Any]


def cancel_line(request: ActorRequest, pk: UUID, line: UUID) -> HttpResponse:
    reads.known_line(request.actor, pk, line)
    form = CancelLineForm(filled(request))
    act = lambda: writes.cancel_line(request.actor, line, **form.cleaned_data)  # noqa: E731
    title = _("Cancel some or all of the line")
    return _dialog(request, pk, form, act, title=title, submit=_("Cancel"), danger=True)


def close_short(request: ActorRequest, pk: UUID, line: UUID) -> HttpResponse:
    reads.known_line(request.actor, pk, line)
    form = Confirm(filled(request))
    text = _("You make do with what was accepted. Nobody further is asked.")
    title = _("Close the line short")
    act = lambda: writes.close_short(request.actor, line)  # noqa: E731
    return _dialog(request, pk, form, act, title=title, submit=_("Close short"), text=text)


def retry(request: ActorRequest, pk: UUID, line: UUID) -> HttpResponse:
    reads.known_line(request.actor, pk, line)
    form = Confirm(filled(request))
    text = _("Everybody who may be asked now is asked again, from the first tier on.")
    act = lambda: writes.retry_line(request.actor, line)  # noqa: E731
    return _dialog(request, pk, form, act, title=_("Ask again"), submit=_("Ask again"), text=text)


def skip(request: ActorRequest, pk: UUID, rung: UUID) -> HttpResponse:
    reads.known_rung(request.actor, pk, rung)
    form = ReasonForm(filled(request))
    text = _("Whoever is being asked may still answer. The reason is kept.")
    act = lambda: writes.skip_to_rung(request.actor, rung, **form.cleaned_data)  # noqa: E731
    title = _("Ask this tier now")
    return _dialog(request, pk, form, act, title=title, submit=_("Ask now"), text=text)


def _dialog(
    request: ActorRequest, pk: UUID, form: django_forms.Form, act: Act, **words: Any
) -> HttpResponse:
    if carried_out(form, act):
        return landed(request, "mutualaid:request", pk)
    return asked(request, form, **words)
