from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.exchange.problems import Problems
from incidents.web.cap import Incoming, incoming
from incidents.web.messages import LARGEST


class UploadForm(forms.Form):
    """A CAP message from a file."""

    message = forms.FileField(
        label=gettext_lazy("CAP message"),
        help_text=gettext_lazy("A CAP 1.1 or 1.2 alert in XML, of at most one megabyte."),
    )

    def clean_message(self) -> Incoming:
        """Read it whole, or list everything that has to be put right."""
        file: Any = self.cleaned_data["message"]
        if not isinstance(file, UploadedFile) or (file.size or 0) > LARGEST:
            raise ValidationError(_("That is larger than one megabyte."))
        try:
            return incoming(file.read())
        except Problems as wrong:
            raise ValidationError([str(one) for one in wrong.found]) from wrong
