"""The incidents that an agency is at, by name, where an agency's own page lets one choose."""

from __future__ import annotations

from uuid import UUID

from agencies.grants import Grants
from agencies.reads.occasions import KNOWN, LISTED, Occasion
from agencies.sharing import drawn
from audit.actors import Actor
from audit.bounds import narrowed_here
from incidents import acting
from incidents.lifecycle import ParticipationStatus
from incidents.models import Incident, Participation
from incidents.reads.lists import LISTED_FOR

MOST = 100


def incidents_of(agency: UUID) -> list[tuple[UUID, str]]:
    """Those it is at, newest first."""
    there = Participation.objects.filter(agency=agency, status=ParticipationStatus.ACCEPTED)
    found = Incident.objects.filter(pk__in=there.values("incident"))
    newest = narrowed_here(found).order_by("-opened_at")
    held = _held(agency)
    return [(row.pk, _called(row, held)) for row in newest[:MOST]]


def known_to(actor: Actor, pks: frozenset[UUID]) -> dict[UUID, Occasion]:
    """Of these incidents those that it is or was at."""
    stays = Participation.objects.filter(
        agency=actor.agency_id, joined_at__isnull=False, incident__in=pks
    )
    states = dict(narrowed_here(stays).order_by("joined_at").values_list("incident", "status"))
    held = _held(acting.agency(actor))
    names = {row.pk: _called(row, held) for row in Incident.objects.filter(pk__in=states)}
    return {
        pk: Occasion(name=names.get(pk, ""), there=state == ParticipationStatus.ACCEPTED)
        for pk, state in states.items()
    }


def _held(agency: UUID) -> Grants:
    return Grants(viewer=agency, default=LISTED_FOR, of_owner={})


def _called(row: Incident, held: Grants) -> str:
    said = {"owner": row.opened_by_id, "version": row.version, "number": row.number}
    shown = drawn("agency", f"incident:{row.pk}", said | {"name": row.name}, held) or {}
    return f"{shown['number']} {shown['name']}"


LISTED.append(incidents_of)
KNOWN.append(known_to)
