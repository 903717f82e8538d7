"""The shape of what people fill in about the documents that change an agreement."""

from __future__ import annotations

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.details import AgreementDetails
from agencies.web.moments import Moment


class AmendForm(forms.Form):
    purpose = forms.CharField(label=_("Why it is amended"), widget=forms.Textarea, max_length=4000)
    effective_at = Moment(
        label=_("Takes effect"), help_text=_("And not before all have signed it.")
    )


class EditAmendmentForm(AmendForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def changed(self, details: AgreementDetails) -> AgreementDetails:
        said = {name: self.cleaned_data[name] for name in ("purpose", "effective_at")}
        return replace(details, **said)


class RenewForm(forms.Form):
    effective_at = Moment(label=_("Takes effect"))
    expires_at = Moment(label=_("Ends"), required=False, help_text=_("Empty: it has no end."))
