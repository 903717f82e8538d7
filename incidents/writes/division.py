from __future__ import annotations

from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import DivisionAdded, DivisionClosed, DivisionEdited
from incidents.models import Deployment, Division, DivisionKind, Incident
from incidents.writes.incident import GONE, NothingChanged
from incidents.writes.steps import active, fresh, locked


class DivisionIsClosed(Conflict):
    """This division, group or staging area is closed."""


class StillWorkedIn(Refusal):
    """Resources are assigned there. Move them first."""


@write(allow=rules.may_direct)
def add_division(
    actor: Actor,
    incident: Incident,
    *,
    kind: DivisionKind,
    name: str,
    supervisor: str = "",
    place: str = "",
) -> DivisionAdded:
    """Set up a division, a group or a staging area."""
    active(incident)
    division = Division.objects.create(
        incident=incident,
        made_by_id=acting.agency(actor),
        kind=kind,
        name=name,
        supervisor=supervisor,
        place=place,
    )
    return DivisionAdded(
        incident=incident.pk, division=division.pk, name=division.title, touches=(division,)
    )


@write(allow=rules.may_direct_there)
def edit_division(
    actor: Actor, division: Division, *, version: int, name: str, supervisor: str, place: str
) -> DivisionEdited:
    """Rename a division, give it a supervisor, say where it is."""
    active(locked(division.incident_id))
    _open(division)
    fresh(division, version)
    if (division.name, division.supervisor, division.place) == (name, supervisor, place):
        raise NothingChanged
    division.name, division.supervisor, division.place = name, supervisor, place
    division.save(update_fields=["name", "supervisor", "place"])
    return DivisionEdited(
        incident=division.incident_id,
        division=division.pk,
        name=division.title,
        touches=(division,),
    )


@write(allow=rules.may_direct_there)
def close_division(actor: Actor, division: Division) -> DivisionClosed:
    """Close a division in which nobody works any more."""
    active(locked(division.incident_id))
    _open(division)
    if Deployment.objects.filter(division=division).exclude(state__in=sorted(GONE)).exists():
        raise StillWorkedIn
    division.closed_at = clock.now()
    division.save(update_fields=["closed_at"])
    return DivisionClosed(
        incident=division.incident_id,
        division=division.pk,
        name=division.title,
        touches=(division,),
    )


def _open(division: Division) -> None:
    if division.closed_at is not None:
        raise DivisionIsClosed
