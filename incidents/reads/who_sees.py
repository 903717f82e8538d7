"""Who can see this: agency by agency, down to names, with what each is shown and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from agencies import admission
from agencies.grants import Grants, Viewer
from agencies.models import Member
from agencies.rules import belongs
from agencies.sharing import drawn
from audit import looks, walls
from audit.actors import Actor
from audit.looks import Looks
from audit.openings import Opens
from audit.reads import read
from audit.refusals import NotFound
from incidents import rules
from incidents.lifecycle import ParticipationStatus
from incidents.models import Note, Participation
from incidents.reads import ledger_images
from incidents.reads.board import held_at
from incidents.reads.seats import shown_as_takers
from incidents.reads.shares import shares
from incidents.reads.views import held as held_by
from incidents.sharing import as_written

NOBODY = UUID(int=0)
WHOLE, MARKED, HIDDEN = "whole", "marked", "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """People of one agency who are shown the same of it."""

    agency: UUID
    agency_name: str
    sees: str
    label: str
    because: str
    names: tuple[str, ...]


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


ORDER = {WHOLE: 0, MARKED: 1, HIDDEN: 2}
LABELS = {
    WHOLE: lambda: _("Sees it"),
    MARKED: lambda: _("Sees that something is withheld"),
    HIDDEN: lambda: _("Does not learn of it"),
}


@read
def who_sees_note(actor: Actor, pk: UUID) -> WhoSees:
    """Who sees a note of one's own agency: everybody at the incident, by what they hold."""
    note = belongs.scope(Note.objects.filter(pk=pk), actor).first()
    if note is None:
        raise NotFound
    held = held_at(actor, note.incident_id)
    ((key, row, _seq),) = ledger_images.fresh(note.incident_id, note)
    if row is None:
        raise NotFound
    return WhoSees(
        key=key,
        field="text",
        category=note.category,
        tlp=note.tlp,
        audiences=_audiences(actor, note.incident_id, held, key, row),
        note=note.pk,
        incident=note.incident_id,
        version=note.version,
        may=rules.may_relabel.scope(Note.objects.filter(pk=pk), actor).exists(),
    )


def _audiences(
    actor: Actor, incident: UUID, held: Grants, key: str, row: dict[str, Any]
) -> tuple[Audience, ...]:
    there = Participation.objects.filter(incident=incident, status=ParticipationStatus.ACCEPTED)
    members = Member.objects.filter(admission.active(), agency__in=there.values("agency"))
    people = {one.id: one for one in shown_as_takers(actor, incident, held, members)}
    with walls.beyond("what partners' people are cleared for"):
        standing = admission.standing(people)
        themselves = list(members)
    shared = shares(there.values_list("agency", flat=True), incident)
    groups: Groups = defaultdict(list)
    for member in themselves:
        now = standing.get(member.pk)
        if now is not None and now.seats:
            viewer = Viewer(member.agency_id, now.seats, now.clearances, member.pk)
            what = (member.agency_id, *_sees(key, row, held_by(viewer, shared)))
            groups[what].append(people[member.pk].name)
    return tuple(_named(groups, dict(there.values_list("agency", "agency__name"))))


Groups = defaultdict[tuple[UUID, str, str], list[str]]


def _named(groups: Groups, names: dict[UUID, str]) -> Iterator[Audience]:
    """Agency by agency, in the order of their names."""
    for agency, sees, basis in sorted(groups, key=lambda what: (ORDER[what[1]], names[what[0]])):
        yield Audience(
            agency=agency,
            agency_name=names[agency],
            sees=sees,
            label=LABELS[sees](),
            because=basis,
            names=tuple(sorted(groups[agency, sees, basis])),
        )


def _sees(key: str, row: dict[str, Any], grants: Grants) -> tuple[str, str]:
    """What they see, and what opens it. Drawn as it would be for them; to ask is not to look."""
    with looks.gathered(Looks(viewer=NOBODY, read="who_sees")) as would:
        shown = drawn("incident", key, row, grants)
    if shown is None:
        return HIDDEN, ""
    (seen,) = would.owners.values()
    sees = MARKED if isinstance(shown["text"], dict) else WHOLE
    return sees, _because(seen.opens, as_written(row))


def _because(opens: tuple[Opens, ...], category: str) -> str:
    """What opens its text; where that is shut, what lets them know that there is one."""
    best = [one.said for one in opens if category in one.categories]
    return "; ".join(best or [one.said for one in opens])
