from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from agencies.typing import catalogue
from audit.images import Row, paints
from incidents.lifecycle import FINAL, DeploymentState
from incidents.models import Deployment


@paints(Deployment, on="incident")
def deployments(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    found = Deployment.objects.filter(pk__in=pks).select_related("resource")
    for deployment in found:
        over = DeploymentState(deployment.state) in FINAL
        yield f"deployment:{deployment.pk}", None if over else _deployment(deployment)


def _deployment(deployment: Deployment) -> Row:
    resource = deployment.resource
    name, card = _kind(resource.kind)
    ics = deployment.ics_status
    return {
        "owner": deployment.agency_id,
        "version": deployment.version,
        "resource": resource.pk,
        "call_sign": resource.call_sign,
        "kind_code": resource.kind,
        "kind_name": name,
        "card": card,
        "type": resource.type,
        "personnel": deployment.personnel,
        "leader": resource.leader,
        "state": deployment.state,
        "state_label": str(deployment.status.label),
        "ics_status": ics,
        "reason": deployment.reason,
        "division": deployment.division_id,
        "eta": deployment.eta,
        "since": deployment.since,
        "recorded_at": deployment.recorded_at,
        "order_number": deployment.order_number,
        "unordered": deployment.unordered,
    }


def _kind(code: str) -> tuple[str, str]:
    """The kind's name and card color; an agency's own code stands for itself."""
    try:
        kind = catalogue.kind(code)
    except KeyError:
        return code, "generic"
    return kind.name, kind.card
