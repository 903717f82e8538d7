"""Pages of one's own tokens."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agencies import admission, reads, writes
from agencies.web import forms
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest, member_of
from agencies.web.secrets import token_for


@require_safe
def tokens(request: ActorRequest) -> HttpResponse:
    """One's own tokens."""
    said = {"tokens": reads.tokens(request.actor), "page": "tokens"}
    return render(request, "agencies/tokens.html", said)


def issue(request: ActorRequest) -> HttpResponse:
    """Make a token. It is shown on the answer to this one request and never again."""
    form = forms.TokenForm(filled(request))
    secret = token_for(request.actor)
    told = carried_out(
        form,
        lambda: writes.issue_token(
            request.actor,
            member_of(request),
            name=form.cleaned_data["name"],
            digest=admission.digest_of(secret),
            expires_at=form.until(),
            bounds=form.bounds(),
        ),
    )
    if told:
        return render(request, "agencies/token.html", {"told": told, "secret": secret})
    return asked(request, form, title=_("New token"), submit=_("Make it"))


def rotate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a token a new secret, shown on this one answer; the old one goes on for a day."""
    form = forms.Confirm(filled(request))
    secret = token_for(request.actor)
    digest = admission.digest_of(secret)
    told = carried_out(form, lambda: writes.rotate_token(request.actor, pk, digest=digest))
    if told:
        return render(request, "agencies/token.html", {"told": told, "secret": secret})
    text = _("The old secret goes on for a day, so that you can change it over without a break.")
    return asked(request, form, title=_("New secret"), submit=_("Make it"), text=text)


def revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.Confirm(filled(request))
    told = carried_out(form, lambda: writes.revoke_token(request.actor, pk))
    if told:
        return onward(request, "agencies:tokens")
    text = _("Whatever uses it is turned away from now on. It cannot be brought back.")
    return asked(
        request, form, title=_("Revoke the token"), submit=_("Revoke"), danger=True, text=text
    )
