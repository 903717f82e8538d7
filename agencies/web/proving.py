"""Asking who is here to prove once more that it is they, and going on to what they were doing."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.sessions import prove
from agencies.web.entering import own_address
from agencies.web.proofs import ProofForm
from agencies.web.requests import ActorRequest

# What this form asks itself. All else in it is what somebody had filled in before.
UNKEPT: Final = frozenset({*ProofForm.base_fields, "csrfmiddlewaretoken"})


def prove_again(request: ActorRequest) -> HttpResponse:
    """Take the proof and go on: to a page, or with the form that had asked for it."""
    form = ProofForm(request, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _asked(request, form, request.POST or request.GET)
    prove(request.session)
    to = own_address(request, form.cleaned_data["proof_to"])
    # The same form again, sent by the browser: it is kept nowhere in between.
    return redirect(to, preserve_request=form.cleaned_data["proof_sends"])


def ask_to_prove(request: HttpRequest) -> HttpResponse:
    """Answer a form that only somebody may send who has proved lately that it is they."""
    said = request.POST.copy()
    said["proof_to"], said["proof_sends"] = request.get_full_path(), "on"
    return _asked(request, ProofForm(request), said)  # type: ignore[arg-type]


def _asked(request: HttpRequest, form: ProofForm, said: QueryDict) -> HttpResponse:
    dialog = request.headers.get("HX-Request") == "true"
    sent = request.method == "POST"
    return render(
        request,
        "agencies/_prove.html" if dialog else "agencies/form.html",
        {
            "form": form,
            "title": _("Prove that it is you"),
            "action": reverse("prove-again"),
            "fragment": "agencies/_prove.html",
            "dialog": dialog,
            "to": said.get("proof_to") or said.get("to", ""),
            "sends": sent and bool(said.get("proof_sends")),
            "kept": _kept(said) if sent else [],
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if sent else HTTPStatus.OK,
    )


def _kept(said: QueryDict) -> list[tuple[str, str]]:
    """What somebody had filled in, to be sent once they have proved that it is they."""
    return [
        (name, str(value))
        for name, values in said.lists()
        if name not in UNKEPT
        for value in values
    ]
