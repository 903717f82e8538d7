"""Where an agreement speaks to each element that it should speak to. It only informs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.elements import BY_CLAUSE, Element
from agencies.texts import AgreementText


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementEntry:
    """An element, and the places that speak to it; none where nothing is said."""

    number: int
    label: str
    places: tuple[str, ...]


def completeness(text: AgreementText) -> tuple[ElementEntry, ...]:
    """All thirty elements, in their order."""
    found: dict[Element, list[str]] = {one: [] for one in Element}
    for element, place in _places(text):
        found[element].append(place)
    return tuple(
        ElementEntry(number=one.value, label=str(one.label), places=tuple(found[one]))
        for one in Element
    )


def _places(text: AgreementText) -> Iterator[tuple[Element, str]]:
    yield from _of_its_own(text)
    for section in text.sections:
        for number in section.elements:
            yield Element(number), _("section %s") % section.number
    for clause in text.clauses:
        for element in BY_CLAUSE[clause.kind]:
            yield element, _("clause %s") % clause.number


def _of_its_own(text: AgreementText) -> Iterator[tuple[Element, str]]:
    """What the agreement says in its own words and dates."""
    said = text.details
    if text.parties:
        yield Element.PARTIES, _("its parties")
        yield Element.SIGNATURES, _("how it is signed")
    if any(party.authority for party in text.parties):
        yield Element.AUTHORITIES, _("its parties")
    if said.purpose.strip():
        yield Element.PURPOSE, _("its purpose")
    if said.scope.strip():
        yield Element.PURPOSE, _("its scope")
    if text.attachments:
        yield Element.SIGNATURES, _("its attachments")
    yield Element.TERM, _("its term")
    yield Element.ENDING, _("its days of notice")
