"""Signing in by the provider of one's agency: away to it, and back with what it says."""

from __future__ import annotations

from dataclasses import astuple
from typing import Final

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_safe

from agencies import providers
from agencies.means import Means
from agencies.providers import NotShown, Question, Said
from agencies.reads import entrance
from agencies.reads import sign_on as reads
from agencies.reads.sign_on import Found
from agencies.sessions import proved_elsewhere
from agencies.web.entering import enter, halfway, own_address
from agencies.web.kept import drop, keep, kept
from agencies.web.leaving import sent_away, way_back
from agencies.web.notices import asked_first
from agencies.web.proving_elsewhere import came_back
from agencies.web.tries import knocker, nobody, refuse
from audit.refusals import NotFound, Refusal

AWAY: Final = "away"
CODE: Final = r"[A-Za-z][A-Za-z0-9-]{1,11}"


class AgencyForm(forms.Form):
    code = forms.RegexField(
        f"^{CODE}$",
        label=gettext_lazy("Your agency's code"),
        help_text=gettext_lazy("As it stands in the directory, such as PEFD."),
        max_length=12,
        widget=forms.TextInput(attrs={"autofocus": True, "autocapitalize": "characters"}),
    )


@login_not_required
@csrf_protect
def by_agency(request: HttpRequest, code: str = "") -> HttpResponse:
    """Away to the provider of an agency, which is named by its code."""
    if request.user.is_authenticated:
        return redirect(own_address(request, request.POST.get("next", "")))
    if asked := asked_first(request):
        return asked
    said = {"code": code} if code else None
    form = AgencyForm(request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        try:
            return _away(request, form.cleaned_data["code"].upper())
        except NotFound:
            form.add_error("code", _("No agency of this code has a sign-on of its own."))
        except Refusal as refused:
            form.add_error(None, str(refused))
    to = request.POST.get("next") or request.GET.get("next", "")
    shown = {"form": form, "next": to}
    return render(request, "agencies/by_agency.html", shown)


@login_not_required
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider, with a code that is good once and for this browser alone."""
    if request.user.is_authenticated:
        return came_back(request)
    try:
        code, to, said = _said(request)
        found = reads.vouched_for(nobody(), code, said)
        response = _entered(request, to, said, found)
    except (NotFound, Refusal) as refused:
        sentence = str(NotShown()) if isinstance(refused, NotFound) else str(refused)
        refuse(knocker(request), "", "not_vouched_for", sentence)
        form = AgencyForm()
        shown = {"form": form, "wrong": sentence}
        response = render(request, "agencies/by_agency.html", shown, status=422)
    drop(response, AWAY)
    return response


def _away(request: HttpRequest, code: str) -> HttpResponse:
    provider = reads.provider_of(nobody(), code)
    question = Question.fresh()
    where = providers.where_to_ask(provider, question, way_back(request))
    to = request.POST.get("next", "")
    response = sent_away(request, where)
    keep(response, AWAY, [code, to, *astuple(question)])
    return response


def _said(request: HttpRequest) -> tuple[str, str, Said]:
    """What the provider says, if this browser was sent there a moment ago, and once."""
    asked = kept(request, AWAY)
    if asked is None:
        raise NotShown
    code, to, *words = asked
    question = Question(*words)
    if not constant_time_compare(request.GET.get("state", ""), question.state):
        raise NotShown
    provider = reads.provider_of(nobody(), code)
    said = providers.answered(provider, question, way_back(request), request.GET.get("code", ""))
    return code, to, said


def _entered(request: HttpRequest, to: str, said: Said, found: Found) -> HttpResponse:
    subject = said.subject if found.new else ""
    if not found.strong and entrance.has_more(nobody(), found.account):
        return halfway(request, found.account, to, subject)
    means = Means.SINGLE_SIGN_ON if found.strong else Means.SIGN_ON_ALONE
    response = enter(request, found.account, to, means=means, subject=subject)
    proved_elsewhere(request.session, said.at)
    return response
