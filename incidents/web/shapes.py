"""The shapes of what other systems send about incidents."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from agencies.words import Category, Purpose, Tlp
from audit.web.doors import Moment, Shape
from incidents.words import (
    BriefingItem,
    DeploymentState,
    DivisionKind,
    Hazard,
    Mode,
    ObjectiveStatus,
    Role,
)
from incidents.writes import Situation


class OneOf(serializers.ChoiceField):
    """A choice, as the domain's own word for it."""

    def __init__(self, words: type[TextChoices], **given: Any) -> None:
        super().__init__(words.choices, **given)
        self.words = words

    def to_internal_value(self, data: Any) -> Any:
        return self.words(super().to_internal_value(data))


class Sought(Shape):
    """Which lines of the trail."""

    person = serializers.CharField(required=False, max_length=120)
    agency = serializers.UUIDField(required=False)
    kind = serializers.CharField(required=False, max_length=80)
    since = Moment(required=False)
    until = Moment(required=False)


class Situated(Shape):
    """What is known of an incident."""

    name = serializers.CharField(max_length=120)
    kind = OneOf(Hazard)
    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    latitude = serializers.FloatField(min_value=-90, max_value=90, allow_null=True, default=None)
    longitude = serializers.FloatField(min_value=-180, max_value=180, allow_null=True, default=None)
    complexity = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, default=None)
    time_zone = serializers.CharField(max_length=40, default="UTC")

    def known(self) -> Situation:
        said = {name: self.validated_data[name] for name in Situation.__dataclass_fields__}
        return Situation(**said)


class Open(Situated):
    mode = OneOf(Mode)
    occurred_at = Moment(required=False)


class Edit(Situated):
    version = serializers.IntegerField(min_value=1)


class Confirm(Situated):
    occurred_at = Moment(required=False)


class Happened(Shape):
    """Nothing to say but when it happened, where that was earlier."""

    occurred_at = Moment(required=False)


class Invite(Happened):
    agency = serializers.UUIDField()
    role = OneOf(Role, default=Role.ASSISTING)


@extend_schema_serializer(component_name="DeclineInvitation")
class Decline(Shape):
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")


class OneAgency(Happened):
    agency = serializers.UUIDField()


class Nothing(Shape):
    """Nothing to say but that it be done."""


class Division(Shape):
    kind = OneOf(DivisionKind)
    name = serializers.CharField(max_length=60)
    supervisor = serializers.CharField(max_length=120, allow_blank=True, default="")
    place = serializers.CharField(max_length=200, allow_blank=True, default="")


class EditDivision(Shape):
    version = serializers.IntegerField(min_value=1)
    name = serializers.CharField(max_length=60)
    supervisor = serializers.CharField(max_length=120, allow_blank=True)
    place = serializers.CharField(max_length=200, allow_blank=True)


class Commit(Happened):
    resource = serializers.UUIDField()
    eta = Moment(required=False)


class Arrival(Happened):
    resource = serializers.UUIDField()
    division = serializers.UUIDField(allow_null=True, default=None)
    personnel = serializers.IntegerField(min_value=0, max_value=999, allow_null=True, default=None)


class CheckIn(Happened):
    version = serializers.IntegerField(min_value=1)
    personnel = serializers.IntegerField(min_value=0, max_value=999, allow_null=True, default=None)
    place = serializers.CharField(max_length=40, allow_blank=True, default="")


class Move(Happened):
    """One step of a deployment, as the board sends it."""

    state = OneOf(DeploymentState)
    version = serializers.IntegerField(min_value=1)
    division = serializers.UUIDField(allow_null=True, default=None)
    reason = serializers.CharField(max_length=200, allow_blank=True, allow_null=True, default="")


class Note(Happened):
    category = OneOf(Category)
    text = serializers.CharField(max_length=4000)
    tlp = OneOf(Tlp, allow_blank=True, default="")
    recipients = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=200)


class Objective(Happened):
    text = serializers.CharField(max_length=400)


class Settle(Happened):
    to = OneOf(ObjectiveStatus)
    version = serializers.IntegerField(min_value=1)
    reason = serializers.CharField(max_length=200, allow_blank=True, default="")


class Purposes(Shape):
    """Running the incident together goes without saying."""

    purposes = serializers.ListField(child=OneOf(Purpose))


class OfferCommand(Shape):
    to = serializers.UUIDField()
    briefing = serializers.CharField(max_length=8000, allow_blank=True, default="")


class AcceptCommand(Happened):
    heard = serializers.MultipleChoiceField(choices=BriefingItem.choices)
