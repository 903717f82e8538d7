"""Pages of an agency's own sign-on: setting it, and ending it."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import reads, writes
from agencies.details import Password, SignOnDetails
from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest, agency_of


class SignOnForm(forms.Form):
    issuer = forms.CharField(
        label=gettext_lazy("Issuer"),
        max_length=300,
        help_text=gettext_lazy("As your provider says it, such as https://login.county.example."),
    )
    client = forms.CharField(label=gettext_lazy("Client id"), max_length=200)
    secret = forms.CharField(
        label=gettext_lazy("Client secret"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Kept encrypted, and never shown again."),
    )
    domains = forms.CharField(
        label=gettext_lazy("Your domains"),
        max_length=2000,
        help_text=gettext_lazy("Addresses in these are your people's. Separate them by commas."),
    )
    strong = forms.CharField(
        label=gettext_lazy("What counts as a second factor"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Words of amr or acr, such as: mfa, hwk. Empty: none does."),
    )

    def details(self) -> SignOnDetails:
        said = self.cleaned_data
        return SignOnDetails(
            issuer=said["issuer"],
            client=said["client"],
            domains=words(said["domains"]),
            strong=words(said["strong"]),
        )


def words(said: str) -> frozenset[str]:
    return frozenset(one.strip() for one in said.split(",") if one.strip())


def set_sign_on(request: ActorRequest) -> HttpResponse:
    """Let my agency's people sign in by its own provider."""
    standing = reads.my_sign_on(request.actor)
    initial = (
        {
            "issuer": standing.issuer,
            "client": standing.client,
            "domains": ", ".join(standing.domains),
            "strong": ", ".join(standing.strong),
        }
        if standing
        else {}
    )
    form = SignOnForm(filled(request), initial=initial)
    told = carried_out(
        form,
        lambda: writes.set_sign_on(
            request.actor,
            agency_of(request),
            details=form.details(),
            secret=Password.of(form.cleaned_data["secret"]),
        ),
    )
    if told:
        return onward(request, "agencies:mine")
    return asked(request, form, title=_("Sign-on of your agency"), submit=_("Set it"))


def end_sign_on(request: ActorRequest) -> HttpResponse:
    form = Confirm(filled(request))
    if carried_out(form, lambda: writes.end_sign_on(request.actor, agency_of(request))):
        return onward(request, "agencies:mine")
    text = _("Whoever has a password or a passkey signs in with it. Open sessions go on.")
    title = _("End the sign-on of your agency")
    return asked(request, form, title=title, submit=_("End it"), danger=True, text=text)
