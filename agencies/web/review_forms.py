"""The shape of what people say about a text, and of how they let it rest and end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.web.moments import Moment
from agencies.web.signing_forms import SealForm
from agencies.words import MotionKind


class SendForm(SealForm):
    sign_by = Moment(
        label=_("To be signed by"),
        required=False,
        help_text=_("After that nobody signs it any more. Empty: no deadline."),
    )


class ReviewForm(SealForm):
    note = forms.CharField(
        label=_("What is new in it"),
        max_length=400,
        required=False,
        help_text=_("Every party reads this beside the version."),
    )


class ApproveForm(SealForm):
    """Whoever approves says so, and does not merely click."""

    read = forms.BooleanField(label=_("I have read this version, and it may be signed."))


class ChangesForm(SealForm):
    reason = forms.CharField(label=_("What must change"), max_length=400)


class RemarkForm(forms.Form):
    about = forms.ChoiceField(label=_("About"), required=False)
    said = forms.CharField(label=_("Remark"), widget=forms.Textarea, max_length=4000)

    def __init__(self, *given: Any, parts: list[tuple[str, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        choices = [("", _("The whole text")), *parts]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A part is named by what it is and its id."""
        said = {**self.cleaned_data}
        what, _of, pk = said.pop("about", "").partition(":")
        return said | ({what: UUID(pk)} if pk else {})


class WordsForm(forms.Form):
    proposed = forms.CharField(
        label=_("The words that you propose"),
        widget=forms.Textarea,
        max_length=20_000,
        required=False,
        help_text=_("Empty: the clause is to be struck out."),
    )
    why = forms.CharField(label=_("Why"), max_length=400)


class BodyForm(forms.Form):
    body = forms.CharField(
        label=_("Governing body"),
        max_length=120,
        required=False,
        help_text=_("Such as: City Council. Empty: none has to approve."),
    )


class ResolutionForm(forms.Form):
    number = forms.CharField(label=_("Resolution number"), max_length=40)
    adopted_on = forms.DateField(
        label=_("Adopted on"), widget=forms.DateInput(attrs={"type": "date"})
    )


class SuspendForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=400)
    authority = forms.CharField(
        label=_("By what authority"), max_length=200, help_text=_("A clause, order or resolution.")
    )
    until = Moment(label=_("Until"), required=False, help_text=_("Empty: until it is resumed."))


class NoticeForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=400, required=False)


class MotionForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What all parties are asked"),
        choices=MotionKind.choices,
        coerce=MotionKind,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Reason"), max_length=400)
    authority = forms.CharField(label=_("By what authority"), max_length=200, required=False)
    until = Moment(
        label=_("Until"), required=False, help_text=_("Only for a suspension. Empty: no end.")
    )


class CauseForm(forms.Form):
    clause = forms.TypedChoiceField(
        label=_("Which clause was broken"),
        coerce=UUID,
        help_text=_("Those by which the other party owes something."),
    )
    reason = forms.CharField(
        label=_("The ground"), max_length=400, help_text=_("What was done, or was not.")
    )
    ends_at = Moment(label=_("Ends"), required=False, help_text=_("Empty: at once."))

    def __init__(self, *given: Any, clauses: list[tuple[UUID, str]], **how: Any) -> None:
        super().__init__(*given, **how)
        choices = [("", _("Choose the clause")), *((str(pk), name) for pk, name in clauses)]
        self.fields["clause"].choices = choices  # type: ignore[attr-defined]
