"""The shape of what other systems send about agreements and clauses."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from agencies.details import AgreementDetails, SectionWording, Wording
from agencies.starts import Start
from agencies.web.clause_shapes import TERMS, TermsField
from agencies.web.serializers import version
from agencies.words import ClauseKind, Effect, Element, Instrument, Tier
from audit.web.doors import Moment, Shape


class Agreement(Shape):
    title = serializers.CharField(max_length=160)
    instrument = serializers.ChoiceField(Instrument.choices)
    tier = serializers.ChoiceField(Tier.choices)
    purpose = serializers.CharField(allow_blank=True, default="")
    scope = serializers.CharField(allow_blank=True, default="")
    effective_at = Moment()
    expires_at = Moment(allow_null=True, default=None)
    effect = serializers.ChoiceField(Effect.choices, default=Effect.ALL)
    quorum = serializers.IntegerField(min_value=2, max_value=500, allow_null=True, default=None)
    min_parties = serializers.IntegerField(min_value=2, max_value=500, default=2)
    notice_days = serializers.IntegerField(min_value=0, max_value=730, default=30)
    renews_months = serializers.IntegerField(min_value=0, max_value=120, default=0)
    joinable = serializers.BooleanField(default=False)

    def details(self) -> AgreementDetails:
        said = {name: self.validated_data[name] for name in AgreementDetails.__slots__}
        said["instrument"] = Instrument(said["instrument"])
        said["tier"], said["effect"] = Tier(said["tier"]), Effect(said["effect"])
        return AgreementDetails(**said)


class Draft(Agreement):
    signatory_title = serializers.CharField(max_length=120)
    start = serializers.ChoiceField(Start.choices, allow_null=True, default=None)

    def to_inputs(self) -> dict[str, Any]:
        said = self.validated_data
        return {
            "details": self.details(),
            "signatory_title": said["signatory_title"],
            "start": Start(said["start"]) if said["start"] else None,
        }


class EditDraft(Agreement):
    version = version()

    def to_inputs(self) -> dict[str, Any]:
        return {"details": self.details(), "version": self.validated_data["version"]}


class Party(Shape):
    agency = serializers.UUIDField()
    signatory_title = serializers.CharField(max_length=120)
    authority = serializers.CharField(max_length=200, allow_blank=True, default="")

    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class JoinInvitation(Party):
    counts_from = Moment(allow_null=True, default=None)


class TextHash(Shape):
    text_hash = serializers.RegexField(r"^[0-9a-f]{64}$")

    def to_inputs(self) -> dict[str, Any]:
        return dict(self.validated_data)


class Sealing(TextHash):
    sign_by = Moment(allow_null=True, default=None)


class Clause(Shape):
    """A clause; the shape of ``terms`` is that of its kind."""

    number = serializers.CharField(max_length=12)
    heading = serializers.CharField(max_length=120)
    text = serializers.CharField(max_length=20_000)
    giver = serializers.UUIDField(allow_null=True, default=None)
    receiver = serializers.UUIDField(allow_null=True, default=None)
    survives = serializers.BooleanField(default=False)
    kind = serializers.ChoiceField(ClauseKind.choices)
    terms = TermsField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        shape = TERMS[attrs["kind"]](data=attrs["terms"])
        if not shape.is_valid():
            raise serializers.ValidationError({"terms": shape.errors})
        return {**attrs, "terms": shape.terms()}

    def to_inputs(self) -> dict[str, Any]:
        said = {name: self.validated_data[name] for name in Wording.__slots__}
        return {"wording": Wording(**said)}


class Section(Shape):
    number = serializers.CharField(max_length=12)
    heading = serializers.CharField(max_length=120)
    text = serializers.CharField(max_length=20_000)
    elements = serializers.ListField(
        child=serializers.ChoiceField(Element.choices), max_length=len(Element), default=list
    )

    def to_inputs(self) -> dict[str, Any]:
        said = dict(self.validated_data)
        said["elements"] = frozenset(map(Element, said["elements"]))
        return {"wording": SectionWording(**said)}
