"""What an editor of a draft begins with: the words and terms as they stand."""

from __future__ import annotations

import re
from uuid import UUID

from agencies import rules
from agencies.agreement_text import details_of, text_of
from agencies.details import AgreementDetails, Wording
from agencies.models import Agreement
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@read
def draft(actor: Actor, pk: UUID) -> tuple[AgreementDetails, int]:
    """A draft's own words and term, and the version they are of."""
    row = _draft(actor, pk)
    return details_of(row), row.version


@read
def clause(actor: Actor, agreement: UUID, pk: UUID) -> Wording:
    """A clause of a draft as it is worded now."""
    for found in text_of(_draft(actor, agreement)).clauses:
        if found.id == pk:
            return Wording(
                number=found.number,
                heading=found.heading,
                text=found.text,
                giver=found.giver.agency if found.giver else None,
                receiver=found.receiver.agency if found.receiver else None,
                survives=found.survives,
                terms=found.terms,
            )
    raise NotFound


@read
def next_number(actor: Actor, agreement: UUID) -> str:
    """The number after the highest in a draft: clause 10 comes after 9, and 3 after 2a."""
    numbers = [re.match(r"\d+", one.number) for one in text_of(_draft(actor, agreement)).clauses]
    return str(max((int(found[0]) for found in numbers if found), default=0) + 1)


@read
def parties(actor: Actor, agreement: UUID) -> list[tuple[UUID, str]]:
    """Whom a clause of a draft may name: agency and name."""
    found = text_of(_draft(actor, agreement)).parties
    return [(party.agency, party.name) for party in found]


def _draft(actor: Actor, pk: UUID) -> Agreement:
    rows = Agreement.objects.filter(pk=pk).select_related("led_by")
    row = rules.drafts.scope(rows, actor).first()
    if row is None:
        raise NotFound
    return row
