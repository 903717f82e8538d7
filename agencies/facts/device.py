from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFact(AgencyFact):
    """Base of what happened to a device's exemption from locking (AC-11)."""

    exemption: UUID
    device_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionAsked(DeviceFact, kind="agencies.exemption_asked"):
    """A member asked, at a device, that it need not lock."""

    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceExempted(DeviceFact, kind="agencies.device_exempted"):
    """A device stays open from now on, for the agency's own people."""

    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionEnded(DeviceFact, kind="agencies.exemption_ended"):
    """A device locks like any other from now on, or is not exempted after all."""

    granted: bool
