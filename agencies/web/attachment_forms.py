"""The shape of a file that is attached."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.apart import OthersFirst
from agencies.details import PdfFile
from agencies.pdfs import NotAPlainPdf, plain_pdf
from agencies.words import LARGEST_FILE, AttachmentKind


class AttachForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=gettext_lazy("What it is"), choices=AttachmentKind.choices, coerce=AttachmentKind
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    file = forms.FileField(
        label=gettext_lazy("PDF"),
        help_text=gettext_lazy("Plain paper of at most 25 MB: no scripts, no files within it."),
    )

    def clean_file(self) -> PdfFile:
        """Look into it, or say what is wrong with it."""
        file: Any = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile) or (file.size or 0) > LARGEST_FILE:
            raise ValidationError(_("It is larger than 25 MB."))
        try:
            return plain_pdf(file.read())
        except (NotAPlainPdf, OthersFirst) as wrong:
            raise ValidationError(str(wrong)) from wrong
