"""A date and a time as people fill them in, by the clock of the page (decision 9)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.web.zones import spoken

# Between the time and which of two it is. No time has it.
WHICH = "/"


class Clock(forms.DateTimeInput):
    """The input, the zone beside it, and which of two where clocks pass a time twice."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs={"type": "datetime-local", **attrs}, format="%Y-%m-%dT%H:%M")

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        text, which = data.get(name), data.get(f"{name}_which")
        return f"{text}{WHICH}{which}" if text and which in {"0", "1"} else text

    def format_value(self, value: Any) -> str | None:
        said = value.partition(WHICH)[0] if isinstance(value, str) else value
        return super().format_value(said)

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        drawn = format_html(
            '{}<span class="quiet moment-zone">{}</span>{}',
            super().render(name, value, attrs, renderer),
            spoken(),
            _asked_back(name, value),
        )
        return self.framed(drawn, filled_in=bool(value))

    def framed(self, drawn: SafeString, *, filled_in: bool) -> SafeString:
        return drawn


class Folded(Clock):
    """The same, out of the way until somebody needs it."""

    use_fieldset = True

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**{"aria-label": gettext_lazy("When it happened"), **attrs})

    def framed(self, drawn: SafeString, *, filled_in: bool) -> SafeString:
        return format_html(
            '<details class="fold-plain"{}><summary>{}</summary>{}</details>',
            SafeString(" open") if filled_in else "",
            _("It happened earlier"),
            drawn,
        )


class Moment(forms.DateTimeField):
    """A date and a time, by the clock of the page."""

    widget = Clock

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value
        text, _bar, which = str(value).strip().partition(WHICH)
        try:
            said = parse_datetime(text)
            return said and (_meant(said, which) if timezone.is_naive(said) else said)
        except (ValueError, OverflowError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def clean(self, value: Any) -> datetime | None:
        moment: datetime | None = super().clean(value)
        if moment is None and value not in self.empty_values:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment


class Earlier(Moment):
    """When it happened, for what is recorded later; mostly nobody needs to say."""

    widget = Folded

    def __init__(self, **given: Any) -> None:
        super().__init__(label="", required=False, **given)


def _meant(said: datetime, which: str) -> datetime:
    """The moment at which the clock showed that."""
    shown = _showings(said)
    if not shown:
        raise ValidationError(
            _("Clocks went forward over %(time)s on that day: there was no such time."),
            code="skipped",
            params={"time": f"{said:%H:%M}"},
        )
    if len(shown) == 1:
        return shown[0]
    if which not in {"0", "1"}:
        raise ValidationError(
            _("Clocks went back on that day, and showed %(time)s twice. Say which you mean."),
            code="twice",
            params={"time": f"{said:%H:%M}"},
        )
    return shown[int(which)]


def _showings(said: datetime) -> list[datetime]:
    """Every moment at which the clock of the page showed this: one, none or two."""
    zone = timezone.get_current_timezone()
    moments = [said.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    right = [one for one in moments if one.astimezone(zone).replace(tzinfo=None) == said]
    return sorted(set(right))


def _asked_back(name: str, value: Any) -> SafeString | str:
    """Which of the two is meant, where what was filled in came twice."""
    text, _bar, which = value.partition(WHICH) if isinstance(value, str) else ("", "", "")
    try:
        said = parse_datetime(text.strip())
        shown = _showings(said) if said and timezone.is_naive(said) else []
    except (ValueError, OverflowError):
        return ""
    if len(shown) < 2:
        return ""
    labels = (_("The first, %s"), _("The second, %s"))
    options = [("", _("Which of the two?"))] + [
        (str(fold), label % timezone.localtime(shown[fold]).strftime("%H:%M %Z"))
        for fold, label in enumerate(labels)
    ]
    asked = forms.Select(choices=options, attrs={"aria-label": _("Which of the two?")})
    return asked.render(f"{name}_which", which)
