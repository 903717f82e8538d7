from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.utils.translation import gettext as _

from agencies import rules
from agencies.details import ResourceDetails
from agencies.facts import ReadinessChanged, ResourceAdded, ResourceEdited, ResourceRetired
from agencies.lifecycle import Readiness, move
from agencies.models import Agency, Resource
from agencies.typing import catalogue
from agencies.writes.changes import apply, require_whole_place
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write


class NoSuchKind(Refusal):
    """The catalogue has no such kind of resource."""


class NoSuchType(Refusal):
    """This kind has no such type."""


class ReasonNeeded(Refusal):
    """Say why it is out of service."""


class BackAlready(Refusal):
    """Give a time to come for when it will be back."""


class NoLongerYours(Refusal):
    """It was retired. Add it again if it came back."""


@write(allow=rules.adds_resources)
def add_resource(actor: Actor, agency: Agency, *, details: ResourceDetails) -> ResourceAdded:
    """Enter something or somebody that an agency can send."""
    require_typed(details.kind, details.type)
    require_whole_place(details)
    resource = Resource.objects.create(agency=agency, **asdict(details))
    return ResourceAdded(
        agency=agency.pk,
        resource=resource.pk,
        call_sign=resource.call_sign,
        resource_kind=resource.kind,
        resource_type=resource.type,
        touches=(resource,),
    )


@write(allow=rules.runs_resources)
def edit_resource(
    actor: Actor, resource: Resource, *, details: ResourceDetails, version: int
) -> ResourceEdited:
    """Correct what is known of a resource."""
    _still_ours(resource)
    require_typed(details.kind, details.type)
    require_whole_place(details)
    changed = apply(resource, asdict(details), version)
    return ResourceEdited(
        agency=resource.agency_id,
        resource=resource.pk,
        call_sign=resource.call_sign,
        changed=changed,
        touches=(resource,),
    )


@write(allow=rules.readies)
def change_readiness(
    actor: Actor,
    resource: Resource,
    *,
    to: Readiness,
    reason: str = "",
    back_at: datetime | None = None,
) -> ReadinessChanged:
    """Take a resource out of service, for a reason, or put it back."""
    if to == Readiness.RETIRED:
        raise NoLongerYours(_("Retire it by name: that is not a change of readiness."))
    out = to == Readiness.OUT_OF_SERVICE
    if out and not reason.strip():
        raise ReasonNeeded
    if out and back_at is not None and back_at <= clock.now():
        raise BackAlready
    before = resource.status
    move(resource, to)
    resource.reason = reason.strip() if out else ""
    resource.back_at = back_at if out else None
    resource.save(update_fields=["status", "reason", "back_at"])
    return ReadinessChanged(
        agency=resource.agency_id,
        resource=resource.pk,
        call_sign=resource.call_sign,
        before=before,
        after=to,
        reason=resource.reason,
        back_at=resource.back_at,
        touches=(resource,),
    )


@write(allow=rules.runs_resources)
def retire_resource(actor: Actor, resource: Resource) -> ResourceRetired:
    """Strike a resource off: sold, disbanded, left. Its history stays."""
    move(resource, Readiness.RETIRED)
    resource.save(update_fields=["status"])
    return ResourceRetired(
        agency=resource.agency_id,
        resource=resource.pk,
        call_sign=resource.call_sign,
        touches=(resource,),
    )


def require_typed(code: str, type_: int | None) -> None:
    """Refuse a kind that is not in the catalogue, or a type that the kind does not have."""
    try:
        kind = catalogue.kind(code)
    except KeyError:
        raise NoSuchKind from None
    if type_ is not None and type_ not in {one.number for one in kind.types}:
        raise NoSuchType(_("%(kind)s has no Type %(type)s.") % {"kind": kind.name, "type": type_})


def _still_ours(resource: Resource) -> None:
    if resource.status == Readiness.RETIRED:
        raise NoLongerYours
