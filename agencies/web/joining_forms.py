"""The shape of asking an agency to join, and of joining."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.agreement_forms import PartyForm
from agencies.web.moments import Moment
from agencies.web.signing_forms import Affirmed


class InviteForm(PartyForm):
    counts_from = Moment(
        label=_("Counts from"), required=False, help_text=_("Empty: from its signature.")
    )


class JoinForm(Affirmed):
    joinder_hash = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)

    def __init__(self, *given: Any, agency: str, **how: Any) -> None:
        said = _("I have read these documents, and join them in the name of %(agency)s.")
        super().__init__(*given, said=said % {"agency": agency}, **how)
