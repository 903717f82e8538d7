"""The shape of what other systems send about agencies, members, resources and tokens."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from agencies.details import (
    AgencyDetails,
    ContactDetails,
    MemberDetails,
    Password,
    ResourceDetails,
    TokenBounds,
)
from agencies.words import BoundTo, Discipline, Readiness, Scope, SeatKind
from audit.trail import Sought
from audit.web import doors
from audit.web.doors import Moment, Shape

MOST = 2**31 - 1


def version() -> serializers.IntegerField:
    """The version that was looked at."""
    return serializers.IntegerField(min_value=1, max_value=MOST)


class Place(Shape):
    latitude = serializers.FloatField(allow_null=True, default=None)
    longitude = serializers.FloatField(allow_null=True, default=None)


class Agency(Place):
    version = version()
    name = serializers.CharField(max_length=120)
    discipline = serializers.ChoiceField(Discipline.choices)
    jurisdiction = serializers.CharField(max_length=200)
    time_zone = serializers.CharField(max_length=40, default="UTC")
    phone = serializers.CharField(max_length=40, allow_blank=True, default="")
    email = serializers.EmailField(allow_blank=True, default="")

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        seen = said.pop("version")
        said["discipline"] = Discipline(said["discipline"])
        return {"version": seen, "details": AgencyDetails(**said)}


class Contact(Shape):
    purpose = serializers.CharField(max_length=80)
    name = serializers.CharField(max_length=120)
    phone = serializers.CharField(max_length=40, allow_blank=True, default="")
    email = serializers.EmailField(allow_blank=True, default="")


class Contacts(Shape):
    contacts = Contact(many=True)

    def to_inputs(self) -> dict[str, Any]:
        said = self.validated_data["contacts"]
        return {"contacts": tuple(ContactDetails(**contact) for contact in said)}


class Member(Shape):
    email = serializers.EmailField()
    name = serializers.CharField(max_length=120)
    title = serializers.CharField(max_length=120, allow_blank=True, default="")
    phone = serializers.CharField(max_length=40, allow_blank=True, default="")
    seats = serializers.MultipleChoiceField(choices=SeatKind.choices, default=set)
    password = serializers.CharField(max_length=200, trim_whitespace=False, write_only=True)

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        password = Password.of(said.pop("password"))
        said["seats"] = frozenset(SeatKind(kind) for kind in said["seats"])
        return {"member": MemberDetails(**said), "password": password}


@extend_schema_serializer(component_name="SuspensionReason")
class Reason(doors.Reason):
    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class Seat(Shape):
    kind = serializers.ChoiceField(SeatKind.choices)
    until = Moment(required=False, allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        said = self.validated_data
        return {"kind": SeatKind(said["kind"]), "until": said["until"]}


class NewPassword(Shape):
    password = serializers.CharField(max_length=200, trim_whitespace=False, write_only=True)
    present = serializers.CharField(
        max_length=200, trim_whitespace=False, write_only=True, allow_null=True, default=None
    )

    def to_inputs(self) -> dict[str, Any]:
        said = self.validated_data
        present = said["present"]
        return {
            "password": Password.of(said["password"]),
            "present": None if present is None else Password.of(present),
        }


class Token(Shape):
    name = serializers.CharField(max_length=80)
    expires_at = Moment()
    bound = serializers.ChoiceField(choices=BoundTo.choices, default=BoundTo.REAL)
    scopes = serializers.MultipleChoiceField(choices=Scope.choices, default=set(Scope.values))
    networks = serializers.ListField(
        child=serializers.CharField(max_length=43), max_length=10, default=list
    )

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        scopes = frozenset(map(Scope, said.pop("scopes")))
        bound, networks = BoundTo(said.pop("bound")), frozenset(said.pop("networks"))
        bounds = TokenBounds(bound=bound, scopes=scopes, networks=networks)
        return {**said, "bounds": bounds}


class Resource(Place):
    call_sign = serializers.CharField(max_length=40)
    kind = serializers.CharField(max_length=24)
    type = serializers.IntegerField(min_value=1, max_value=7, allow_null=True, default=None)
    personnel = serializers.IntegerField(min_value=0, max_value=999, default=0)
    leader = serializers.CharField(max_length=120, allow_blank=True, default="")
    home_base = serializers.CharField(max_length=120, allow_blank=True, default="")

    def to_inputs(self) -> dict[str, Any]:
        return {"details": ResourceDetails(**self.validated_data)}


class EditResource(Resource):
    version = version()

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        return {"version": said.pop("version"), "details": ResourceDetails(**said)}


class ChangeReadiness(Shape):
    to = serializers.ChoiceField([Readiness.AVAILABLE, Readiness.OUT_OF_SERVICE])
    reason = serializers.CharField(max_length=120, allow_blank=True, default="")
    back_at = Moment(allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        return {**self.validated_data, "to": Readiness(self.validated_data["to"])}


class Lines(Shape):
    """Which lines of a ledger are sought; everything where nothing is said."""

    kind = serializers.CharField(max_length=80, default="")
    person = serializers.CharField(max_length=120, default="")
    agency = serializers.UUIDField(allow_null=True, default=None)
    since = Moment(allow_null=True, default=None)
    until = Moment(allow_null=True, default=None)

    def sought(self) -> Sought:
        told = self.validated_data
        return Sought(**{name: told[name] for name in Sought.__slots__ if name in told})


class LinesBefore(Lines):
    before = serializers.IntegerField(min_value=1, allow_null=True, default=None)


class Turned(Shape):
    before = Moment(allow_null=True, default=None)
    code = serializers.RegexField(r"^[a-z_]{1,40}$", default="")
