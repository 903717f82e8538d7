"""What an agency finds in its own ledger: the incidents it is at, and alerts it received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from audit.images import Row, paints
from incidents.lifecycle import FINAL, AlertStatus, ParticipationStatus
from incidents.models import Alert, CommandSeat, Deployment, Hazard, Participation

LISTED = frozenset({ParticipationStatus.INVITED, ParticipationStatus.ACCEPTED})


@paints(Participation, on="agency")
def listed(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    """Facts that touch a participation are told in its own agency's ledger only."""
    return _lines(Participation.objects.filter(pk__in=pks))


@paints(Deployment, on="agency")
def listed_with_units(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    """How many units an agency has at an incident changes with its deployments."""
    own = Deployment.objects.filter(
        pk__in=pks, incident=OuterRef("incident"), agency=OuterRef("agency")
    )
    return _lines(Participation.objects.filter(Exists(own)))


def _lines(places: QuerySet[Participation]) -> Iterator[tuple[str, Row | None]]:
    for place in with_counts(places):
        shown = ParticipationStatus(place.status) in LISTED
        yield f"incident:{place.incident_id}", _listed(place) if shown else None


def with_counts(places: QuerySet[Participation]) -> QuerySet[Participation]:
    """Places at incidents, each with who commands there and how many units are one's own."""
    seats = CommandSeat.objects.filter(
        incident=OuterRef("incident"), ended_at__isnull=True, holder__isnull=False
    )
    commander = (
        seats.order_by()
        .values("incident")
        .annotate(names=StringAgg("holder__name", ", ", order_by=("since", "holder__name")))
    )
    units = (
        Deployment.objects.filter(incident=OuterRef("incident"), agency=OuterRef("agency"))
        .exclude(state__in=sorted(FINAL))
        .order_by()
        .values("incident")
        .annotate(n=Count("pk"))
    )
    return places.select_related("incident__opened_by").annotate(
        commander=Subquery(commander.values("names")),
        units=Coalesce(Subquery(units.values("n"), output_field=IntegerField()), 0),
    )


def _listed(place: Participation) -> Row:
    incident = place.incident
    return {
        "owner": incident.opened_by_id,
        "version": incident.version,
        "number": incident.number,
        "name": incident.name,
        "mode": incident.mode,
        "status": incident.status,
        "role": place.role,
        "my_status": place.status,
        "kind_label": str(Hazard(incident.kind).label),
        "place": incident.place,
        "lead": incident.opened_by.name,
        "commander": place.commander or "",  # type: ignore[attr-defined]
        "units": place.units,  # type: ignore[attr-defined]
        "opened_at": incident.opened_at,
    }


@paints(Alert, on="agency")
def alerts(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    found = Alert.objects.filter(pk__in=pks).defer("raw")
    for alert in found:
        yield f"alert:{alert.pk}", _alert(alert)


def _alert(alert: Alert) -> Row:
    return {
        "owner": alert.agency_id,
        "version": alert.version,
        "event": alert.event,
        "headline": alert.headline,
        "place": alert.place,
        "mode": alert.mode,
        "status": alert.status,
        "status_label": str(AlertStatus(alert.status).label),
        "urgency": alert.urgency,
        "severity": alert.severity,
        "certainty": alert.certainty,
        "signature": alert.signature,
        "message_type": alert.message_type,
        "received_at": alert.received_at,
        "expires_at": alert.expires_at,
        "incident": alert.incident_id,
    }
