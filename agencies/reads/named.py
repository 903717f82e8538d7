"""What the lines of an agency's own ledger are about, by name, as far as it may see that."""

from __future__ import annotations

from collections.abc import Iterable, Set
from uuid import UUID

from agencies.models import Agency
from agencies.reads.agreements import note, visible
from agencies.reads.as_sent import as_sent
from agencies.reads.sentences import Rows
from audit.actors import Actor
from audit.trail import Line


def named(actor: Actor, lines: Iterable[Line]) -> Rows:
    """The agreements that the lines speak of, and the agencies; two questions, however many."""
    facts = [line.fact for line in lines if "agreement" in line.fact]
    agreements = {UUID(fact["agreement"]) for fact in facts}
    agencies = {UUID(fact["agency"]) for fact in facts if fact.get("agency")}
    called = titles(actor, agreements)
    told = {f"agreement:{pk}": {"title": title} for pk, title in called.items()}
    return told | _agencies(agencies)


def titles(actor: Actor, pks: Set[UUID]) -> dict[UUID, str]:
    """What agreements are called. Whoever leads one finds in its log that somebody was told."""
    found = as_sent(actor, visible(actor).filter(pk__in=pks)) if pks else []
    for row in found:
        note(actor, row, row.led_by_id)
    return {row.pk: row.title for row in found}


def _agencies(pks: set[UUID]) -> dict[str, dict[str, str]]:
    """The directory is for everybody."""
    found = Agency.objects.filter(pk__in=pks).values_list("pk", "name") if pks else ()
    return {f"agency:{pk}": {"name": name} for pk, name in found}
