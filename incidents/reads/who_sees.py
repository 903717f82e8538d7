"""Who can see this: agency by agency, down to names, with what each is shown and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from agencies.grants import Grants
from agencies.rules import belongs
from agencies.sharing import known
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents import rules
from incidents.models import Note, Participation
from incidents.panels import PANELS
from incidents.reads import ledger_images
from incidents.reads.audiences import Audience, OwnRow, audiences
from incidents.reads.board import held_at


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSees:
    """A row of one's own at an incident, and everybody who might see it."""

    key: str
    field: str
    category: str
    tlp: str
    audiences: tuple[Audience, ...]
    note: UUID | None
    incident: UUID
    version: int
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSeesPanel:
    """A panel of a board or one of its rows: who sees what of it is one's own.

    What others have there is theirs to tell: of it everybody knows how many rows there
    are, and that who is at the incident sees what is public or operational.
    """

    of: str
    own: int
    others: tuple[tuple[str, int], ...]
    audiences: tuple[Audience, ...]
    incident: UUID


@read
def who_sees(actor: Actor, pk: UUID, *, of: str) -> WhoSeesPanel:
    """Who sees a panel, by its name, or a row, by its key, at this moment."""
    held = held_at(actor, pk)
    rows = _rows(pk, of, held)
    own = [(key, row) for key, row in rows if row["owner"] == str(held.viewer)]
    others = Counter(UUID(str(row["owner"])) for _key, row in rows) - Counter(
        {held.viewer: len(own)}
    )
    there = Participation.objects.filter(incident=pk, agency__in=others)
    names: dict[UUID, str] = dict(there.values_list("agency", "agency__name"))
    return WhoSeesPanel(
        of=of,
        own=len(own),
        others=tuple(sorted((names[one], many) for one, many in others.items() if one in names)),
        audiences=audiences(actor, pk, held, own),
        incident=pk,
    )


@read
def who_sees_note(actor: Actor, pk: UUID) -> WhoSees:
    """Who sees a note of one's own agency: everybody at the incident, by what they hold."""
    note = belongs.scope(Note.objects.filter(pk=pk), actor).first()
    if note is None:
        raise NotFound
    held = held_at(actor, note.incident_id)
    ((key, row, _seq),) = ledger_images.fresh(note.incident_id, note)
    if row is None or not known("incident", key, row, held):
        raise NotFound
    return WhoSees(
        key=key,
        field="text",
        category=note.category,
        tlp=note.tlp,
        audiences=audiences(actor, note.incident_id, held, [(key, row)]),
        note=note.pk,
        incident=note.incident_id,
        version=note.version,
        may=rules.may_relabel.scope(Note.objects.filter(pk=pk), actor).exists(),
    )


def _rows(incident: UUID, of: str, held: Grants) -> list[OwnRow]:
    """The rows of a panel, or the one of that key, as far as the viewer may know of them."""
    sort = of.partition(":")[0]
    every = frozenset[str]().union(*PANELS.values())
    sorts = PANELS.get(of, every & {sort})
    _seq, images = ledger_images.newest(incident)
    found = [
        (key, row)
        for key, row, _line in images
        if row and _is_of(key, of, sorts) and known("incident", key, row, held)
    ]
    if not sorts or not (found or of in PANELS):
        raise NotFound
    return found


def _is_of(key: str, of: str, sorts: frozenset[str]) -> bool:
    sort = key.partition(":")[0]
    return sort in sorts and (of in PANELS or key == of)
