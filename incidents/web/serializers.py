"""What other systems are told about incidents."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from agencies.sharing import Sheet
from audit.web.doors import MaybeWithheld
from incidents import sharing


def row_of(name: str, sheet: Sheet) -> type[serializers.Serializer[Any]]:
    """The shape of a row that a sheet has drawn: every field may be withheld."""
    fields: dict[str, Any] = {
        field: MaybeWithheld(serializers.JSONField()) for field in sorted(sheet.fields)
    }
    shape = {
        "id": serializers.UUIDField(),
        "owner": serializers.UUIDField(),
        "version": serializers.IntegerField(),
    }
    return type(name, (serializers.Serializer,), fields | shape)


Incident = row_of("IncidentRow", sharing.INCIDENT)
ListedIncident = row_of("ListedIncident", sharing.LISTED)
Deployment = row_of("DeploymentRow", sharing.DEPLOYMENT)


class Told(serializers.Serializer[Any]):
    """What a write made true: the fact's kind and what it says."""

    kind = serializers.CharField()
    incident = serializers.UUIDField(required=False)


class Listed(serializers.Serializer[Any]):
    """The incidents of one's agency, and those to which it is invited."""

    invitations = ListedIncident(many=True)
    active = ListedIncident(many=True)
    exercises = ListedIncident(many=True)
    closed = ListedIncident(many=True)


class Board(serializers.Serializer[Any]):
    """Every row that one's agency may see, and the cursor from which to go on live."""

    cursor = serializers.CharField()
    at = serializers.DateTimeField()
    rows = serializers.DictField(child=serializers.DictField())


@extend_schema_serializer(component_name="TrailLine")
class Line(serializers.Serializer[Any]):
    """One line of an incident's trail."""

    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    recorded_at = serializers.DateTimeField()
    occurred_at = serializers.DateTimeField(allow_null=True)
    who = serializers.CharField()
    agency = serializers.CharField()
    via = serializers.CharField()
    because = serializers.CharField()
    what = serializers.CharField()


class Trail(serializers.Serializer[Any]):
    lines = Line(many=True)
    older = serializers.DateTimeField(allow_null=True)


class Crew(serializers.Serializer[Any]):
    agency = serializers.UUIDField()
    agency_name = serializers.CharField()
    units = Deployment(many=True)
    people = serializers.IntegerField()


class Road(serializers.Serializer[Any]):
    to = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    needs_reason = serializers.BooleanField()
    needs_division = serializers.BooleanField()


class Stay(serializers.Serializer[Any]):
    incident = serializers.UUIDField()
    row = Deployment()
    roads = Road(many=True)


@extend_schema_serializer(component_name="CommandOffer")
class Offer(serializers.Serializer[Any]):
    """Command offered to somebody."""

    id = serializers.UUIDField()
    seat = serializers.UUIDField()
    incident = serializers.UUIDField()
    incident_number = serializers.CharField()
    incident_name = serializers.CharField()
    mode = serializers.CharField()
    agency_name = serializers.CharField()
    to_member = serializers.UUIDField()
    to_name = serializers.CharField()
    from_name = serializers.CharField()
    offered_at = serializers.DateTimeField()
    status = serializers.CharField()
    briefing = serializers.CharField()


class Choice(serializers.Serializer[Any]):
    """One thing to choose."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    more = serializers.CharField()


class Taker(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    title = serializers.CharField()
    agency_name = serializers.CharField()
    agency_phone = serializers.CharField()


class Alert(serializers.Serializer[Any]):
    """A CAP message that one's agency received, and what became of it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    sender = serializers.CharField()
    identifier = serializers.CharField()
    sent = serializers.DateTimeField()
    cap_status = serializers.CharField()
    message_type = serializers.CharField()
    mode = serializers.CharField()
    event = serializers.CharField()
    headline = serializers.CharField()
    description = serializers.CharField()
    instruction = serializers.CharField()
    place = serializers.CharField()
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)
    hazard = serializers.CharField()
    urgency = serializers.CharField()
    severity = serializers.CharField()
    certainty = serializers.CharField()
    began_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField(allow_null=True)
    signature = serializers.CharField()
    remarks = serializers.ListField(child=serializers.CharField())
    raw_hash = serializers.CharField()
    received_at = serializers.DateTimeField()
    status = serializers.CharField()
    reason = serializers.CharField()
    incident = serializers.UUIDField(allow_null=True)
