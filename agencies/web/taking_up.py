"""Taking up an invitation: a door for whoever holds its link, and for nobody else."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from agencies import admission, reads, writes
from agencies.details import Password
from agencies.facts import MemberAdded
from agencies.means import Means
from agencies.reads import entrance
from agencies.reads.invitations import Invited
from agencies.sessions import owe_second_factor
from agencies.web.answers import carried_out, filled
from agencies.web.entering import enter
from agencies.web.links import told_to_nobody
from agencies.web.member_forms import JoinForm
from agencies.web.notices import asked_first
from agencies.web.tries import nobody


@sensitive_post_parameters("password", "again")
@login_not_required
@csrf_protect
def join(request: HttpRequest, link: str) -> HttpResponse:
    """Become a member, and go on signed in. The link is kept by no cache and told to no site."""
    knocker = replace(nobody(), origin=request.META.get("REMOTE_ADDR", ""))
    invited = reads.invited_by(knocker, admission.digest_of(link))
    return told_to_nobody(asked_first(request) or _answered(request, invited, link))


def _answered(request: HttpRequest, invited: Invited, link: str) -> HttpResponse:
    form = JoinForm(filled(request))
    told = carried_out(
        form,
        lambda: writes.take_up_invitation(
            invited.bearer, invited.id, link=Password.of(link), password=form.chosen()
        ),
    )
    return _entered(request, form, told) if told else _asked(request, form, invited)


def _entered(request: HttpRequest, form: JoinForm, told: tuple[object, ...]) -> HttpResponse:
    (added,) = (fact for fact in told if isinstance(fact, MemberAdded))
    account = entrance.account_of(nobody(), added.member)
    response = enter(request, account, "/", means=Means.LINK)
    if form.cleaned_data["without"]:
        owe_second_factor(request.session)
        return redirect("agencies:add-passkey")
    return response


def _asked(request: HttpRequest, form: JoinForm, invited: Invited) -> HttpResponse:
    said = {"form": form, "invited": invited}
    return render(request, "agencies/join.html", said, status=422 if form.errors else 200)
