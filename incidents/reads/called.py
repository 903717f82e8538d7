"""What an agency calls what it has at incidents.

What a note or an objective says is not its name: whoever reads who looked at it need not be
somebody who may read it.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from agencies.reads.records import Names, calls
from audit.actors import Actor
from audit.bounds import narrowed_here
from incidents.models import (
    Alert,
    CommandSeat,
    Deployment,
    Division,
    Guest,
    Incident,
    Note,
    Objective,
    Participation,
)


@calls("incident", ngettext_lazy("%d incident", "%d incidents"))
def incidents(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Incident.objects.filter(opened_by=actor.agency_id, pk__in=pks))
    for pk, number, name in found.values_list("pk", "number", "name"):
        yield pk, f"{number} {name}"


@calls("deployment", ngettext_lazy("%d unit", "%d units"))
def deployments(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Deployment.objects.filter(agency=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "resource__call_sign")


@calls("division", ngettext_lazy("%d division", "%d divisions"))
def divisions(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Division.objects.filter(made_by=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "name")


@calls("note", ngettext_lazy("%d note", "%d notes"))
def notes(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By who wrote it, of which category, and when (UTC)."""
    found = narrowed_here(Note.objects.filter(agency=actor.agency_id, pk__in=pks))
    for pk, author, category, at in found.values_list("pk", "author", "category", "at"):
        said = {"author": author, "category": category, "time": f"{at:%Y-%m-%d %H:%M}Z"}
        yield pk, _("%(category)s by %(author)s, %(time)s") % said


@calls("objective", ngettext_lazy("%d objective", "%d objectives"))
def objectives(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Objective.objects.filter(agency=actor.agency_id, pk__in=pks))
    for pk, number in found.values_list("pk", "number"):
        yield pk, f"{number}"


@calls("seat", ngettext_lazy("%d command seat", "%d command seats"))
def seats(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By who sits in it now."""
    found = narrowed_here(
        CommandSeat.objects.filter(agency=actor.agency_id, pk__in=pks, holder__isnull=False)
    )
    return found.values_list("pk", "holder__name")


@calls("participation", ngettext_lazy("%d participation", "%d participations"))
def participations(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By the incident at which it takes part."""
    found = narrowed_here(Participation.objects.filter(agency=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "incident__number")


@calls("guest", ngettext_lazy("%d guest", "%d guests"))
def guests(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Guest.objects.filter(host=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "name")


@calls("alert", ngettext_lazy("%d alert", "%d alerts"))
def alerts(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = narrowed_here(Alert.objects.filter(agency=actor.agency_id, pk__in=pks))
    return found.values_list("pk", "event")
