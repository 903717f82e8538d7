"""What kind of information a note is: the choice, with who will see it (RULE-PRIV-01)."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.categories import (
    EVERY,
    HIDDEN_ALTOGETHER,
    OF_PARTICIPANTS,
    Category,
)

# What belongs there, in words for somebody who writes in a hurry. Criminal justice
# information is not among them: it is off in the whole installation.
BELONGS: Final = {
    Category.PUB: gettext_lazy("What anybody may be told, the press included."),
    Category.OPS: gettext_lazy("Hazards, tasks, places, weather: what everybody works by."),
    Category.OPS_R: gettext_lazy("Tactics and places that would endanger people if they got out."),
    Category.INTEL: gettext_lazy("Suspicions and sources of criminal intelligence."),
    Category.LES: gettext_lazy("Suspects, vehicles, evidence of an investigation under way."),
    Category.CUI: gettext_lazy("What a federal partner marked as controlled."),
    Category.PHI: gettext_lazy("A patient's condition or treatment, beside who they are."),
    Category.SUD: gettext_lazy("That somebody is treated for substance use."),
    Category.EDU: gettext_lazy("A student's name, class, needs or records."),
    Category.JUV: gettext_lazy("Somebody under age, as an offender or in care."),
    Category.VIC: gettext_lazy("Who a victim or survivor is, and where they are safe."),
    Category.SOC: gettext_lazy("A household's benefits, shelter or social services."),
    Category.PII: gettext_lazy("Names, addresses, telephones of people who are no responders."),
    Category.RESP: gettext_lazy("A responder's own health or private telephone."),
    Category.FIN: gettext_lazy("Rates, invoices, accounts."),
    Category.EVID: gettext_lazy("What was seized, where it is kept, by whom."),
    Category.OWN: gettext_lazy("What concerns nobody outside your agency."),
}


class Kinds(forms.Select):
    """A choice of kinds, with what belongs to each folded away below it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '{}<details class="fold-plain"><summary>{}</summary>{}</details>',
            super().render(name, value, attrs, renderer),
            _("What belongs where, and who sees it"),
            format_html_join("", '<h3>{}</h3><dl class="facts mb-4">{}</dl>', _explained()),
        )


def _explained() -> list[tuple[str, SafeString]]:
    return [
        (
            seen_by(these[0]),
            format_html_join(
                "", "<dt>{}</dt><dd>{}</dd>", ((one.value, BELONGS[one]) for one in these)
            ),
        )
        for _words, these in _audiences()
    ]


def seen_by(category: Category) -> str:
    """Who sees a note of this kind, as the sheets have it."""
    if category in OF_PARTICIPANTS:
        return _("Every agency at this incident sees it.")
    if category in HIDDEN_ALTOGETHER:
        return _("Your agency, and whom an agreement shows it to. No other learns that it exists.")
    return _("Your agency, and whom an agreement shows it to. Others see that it is withheld.")


def kinds() -> list[Any]:
    """The kinds that can be chosen, by who sees them. None is chosen for anybody."""
    return [("", _("Choose one"))] + [
        (words, [(one.value, f"{one.value}: {one.label}") for one in these])
        for words, these in _audiences()
    ]


def _audiences() -> list[tuple[str, list[Category]]]:
    told = (
        (_("Every agency here sees it"), OF_PARTICIPANTS),
        (_("Shown by agreement, else withheld"), EVERY - OF_PARTICIPANTS - HIDDEN_ALTOGETHER),
        (_("Shown by agreement, else hidden"), HIDDEN_ALTOGETHER - OF_PARTICIPANTS),
    )
    return [(words, [one for one in BELONGS if one in these]) for words, these in told]
