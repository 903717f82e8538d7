"""What people fill in when they ask for help: form ICS 213RR, with a row for each line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.typing import catalogue
from agencies.web.moments import Earlier, Moment
from agencies.words import Declaration, Priority
from mutualaid.writes import Declared, LineWanted
from mutualaid.writes.orders import MOST_LINES

MOST_SUGGESTED = 5
ROWS = "lines"
EOC_LEVELS = (
    (1, gettext_lazy("Level 1: full activation")),
    (2, gettext_lazy("Level 2")),
    (3, gettext_lazy("Level 3")),
)
DECLARING = ("declaration", "declared_by", "eoc_level")
DECIDES = {"data-decides": ""}  # a change of it changes who would be asked


class RequestForm(forms.Form):
    """Blocks 5 to 8 of form ICS 213RR: what holds for all of its lines."""

    needed_by = Moment(label=gettext_lazy("Needed by"))
    deliver_to = forms.CharField(label=gettext_lazy("Report to"), max_length=200)
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        initial=Priority.URGENT,
        widget=forms.RadioSelect(attrs=DECIDES),
    )
    requester_position = forms.CharField(
        label=gettext_lazy("Your position"), max_length=120, required=False
    )
    remarks = forms.CharField(label=gettext_lazy("Remarks"), max_length=2000, required=False)
    declaration = forms.ChoiceField(
        label=gettext_lazy("Declared emergency"),
        choices=[("", gettext_lazy("None")), *Declaration.choices],
        required=False,
        help_text=gettext_lazy("Some agreements help only once an emergency is declared."),
        widget=forms.Select(attrs=DECIDES),
    )
    declared_by = forms.CharField(
        label=gettext_lazy("Declared by, and number"), max_length=120, required=False
    )
    eoc_level = forms.TypedChoiceField(
        label=gettext_lazy("Operations center"),
        choices=[("", gettext_lazy("Not activated")), *EOC_LEVELS],
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.Select(attrs=DECIDES),
    )
    occurred_at = Earlier()

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = self.cleaned_data
        if said.get("declaration") and not said.get("declared_by"):
            self.add_error("declared_by", _("Say who declared it, and by which number."))
        if said.get("declared_by") and not said.get("declaration"):
            self.add_error("declaration", _("Say what is declared."))
        return said

    @property
    def declaring(self) -> list[forms.BoundField]:
        """What is declared: folded away, for most requests need it not."""
        return [self[name] for name in DECLARING]

    @property
    def usual(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in DECLARING]

    @property
    def declares(self) -> bool:
        return any(field.value() or field.errors for field in self.declaring)

    def request(self) -> dict[str, Any]:
        """As the write takes it, but for the lines."""
        said = dict(self.cleaned_data)
        declared = Declared(
            declaration=said.pop("declaration"),
            by=said.pop("declared_by"),
            eoc_level=said.pop("eoc_level"),
        )
        return said | {"declared": declared}


class LineForm(forms.Form):
    """Block 4: one kind, and how many of it."""

    kind = forms.CharField(
        label=gettext_lazy("What"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "kinds", "autocomplete": "off", **DECIDES}),
    )
    quantity = forms.IntegerField(
        label=gettext_lazy("How many"), min_value=1, max_value=999, initial=1
    )
    type = forms.IntegerField(
        label=gettext_lazy("Type"),
        required=False,
        min_value=1,
        max_value=7,
        widget=forms.NumberInput(attrs=DECIDES),
    )
    details = forms.CharField(label=gettext_lazy("Details"), max_length=400, required=False)
    or_better = forms.BooleanField(
        label=gettext_lazy("Or better"),
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs=DECIDES),
    )

    def clean_kind(self) -> str:
        """The code of the one kind that was meant."""
        return kind_meant(self.cleaned_data["kind"])

    def clean(self) -> dict[str, Any]:
        """A type is one of its kind's own."""
        said = self.cleaned_data
        if said.get("kind") and said.get("type"):
            types = [str(one.number) for one in catalogue.kind(said["kind"]).types]
            if str(said["type"]) not in types:
                known = _("Its types are: %s.") % ", ".join(types)
                self.add_error("type", known if types else _("It has no types."))
        return said

    def line(self) -> LineWanted:
        return LineWanted(**self.cleaned_data)


class LineRows(forms.BaseFormSet):  # type: ignore[type-arg]
    """The lines in their order. The first must say something; an empty one after it is none."""

    def initial_form_count(self) -> int:
        return 0

    def total_form_count(self) -> int:
        if self.is_bound:
            return super().total_form_count()
        return max(len(self.initial or ()), self.min_num)

    def unclear(self) -> list[str]:
        """What has to be asked back of those who have begun to say what they want."""
        begun = [form.errors.get("kind", ()) for form in self.forms if form["kind"].value()]
        return [str(question) for questions in begun for question in questions]

    def lines(self) -> tuple[LineWanted, ...]:
        return tuple(form.line() for form in self.forms if form.cleaned_data)


LINES = formset_factory(
    LineForm,
    formset=LineRows,
    extra=0,
    min_num=1,
    max_num=MOST_LINES,
    absolute_max=MOST_LINES,
    validate_min=True,
    validate_max=True,
)


def rewritten(said: QueryDict) -> tuple[RequestForm, LineRows] | None:
    """What was filled in so far with a line more, or one less, where that was pressed."""
    if "add" not in said and "drop" not in said:
        return None
    rows = [_row(said, number) for number in range(_total(said))]
    if "add" in said and len(rows) < MOST_LINES:
        rows.append({})
    dropped = said.get("drop", "")
    if dropped.isdecimal() and int(dropped) < len(rows):
        del rows[int(dropped)]
    form = RequestForm(initial={name: said.get(name, "") for name in RequestForm.base_fields})
    shown: LineRows = LINES(prefix=ROWS, initial=rows)  # type: ignore[assignment]
    shown.forms[-1].fields["kind"].widget.attrs["autofocus"] = True
    return form, shown


def kind_meant(text: str) -> str:
    """The code of a kind: said as code, by its name, or by words that only one kind has."""
    said = _typed(text)
    code = said.partition(" ")[0]
    for kind in catalogue.kinds():
        if code == _typed(kind.code) or said == _typed(kind.name):
            return kind.code
    found = catalogue.search(said)
    if len(found) == 1:
        return found[0].code
    if not found:
        raise ValidationError(_("The catalogue has nothing like that."))
    some = "; ".join(kind.name for kind in found[:MOST_SUGGESTED])
    raise ValidationError(_("Which do you mean? %s") % some)


def _typed(name: str) -> str:
    """As it comes from a keyboard, which has no dash: the catalogue's names do."""
    return name.strip().casefold().replace("–", "-")


def _total(said: QueryDict) -> int:
    """How many rows were sent; never more than may be."""
    told = said.get(f"{ROWS}-TOTAL_FORMS", "")
    return min(int(told), MOST_LINES) if told.isdecimal() and len(told) < 5 else 1


def _row(said: QueryDict, number: int) -> dict[str, Any]:
    """One row as it was filled in, right or wrong."""
    row = {name: said.get(f"{ROWS}-{number}-{name}", "") for name in LineForm.base_fields}
    return row | {"or_better": bool(row["or_better"])}
