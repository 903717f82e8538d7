"""Which devices an agency lets stay open, where others lock (AC-11, decision 16)."""

from __future__ import annotations

import re
from typing import Any, Final

from agencies import rules
from agencies.facts import DeviceExempted, ExemptionAsked, ExemptionEnded
from agencies.models import Agency, ExemptGround, Exemption, Member
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

MARK: Final = re.compile(r"[0-9a-f]{40}")


class UnknownDevice(Refusal):
    """This device has no name yet. Sign in on it, then ask."""


class AskedBefore(Conflict):
    """That was asked for this device before."""


class AlreadyExempt(Conflict):
    """This device is exempt already, or not any more."""


@write(allow=rules.own_agency & rules.in_person)
def ask_exemption(
    actor: Actor, agency: Agency, *, name: str, ground: ExemptGround, device: str
) -> ExemptionAsked:
    """Ask, at a device, that it need not lock. It does until an admin says otherwise."""
    if not MARK.fullmatch(device):
        raise UnknownDevice
    if Exemption.objects.filter(agency=agency, device=device, ended_at__isnull=True).exists():
        raise AskedBefore
    asked = Exemption.objects.create(
        agency=agency,
        name=name,
        ground=ground,
        device=device,
        asked_by=rules.oneself.scope(Member.objects.all(), actor).get(),
        asked_at=clock.now(),
    )
    return ExemptionAsked(**_of(asked), ground=ground)


@write(allow=rules.empowers_members)
def exempt_device(actor: Actor, exemption: Exemption) -> DeviceExempted:
    """Let a device stay open: it stands in a secure place, as the agency says with this."""
    if exemption.granted_at or exemption.ended_at:
        raise AlreadyExempt
    exemption.granted_at = clock.now()
    exemption.save(update_fields=["granted_at"])
    return DeviceExempted(**_of(exemption), ground=exemption.ground)


@write(allow=rules.runs_members)
def end_exemption(actor: Actor, exemption: Exemption) -> ExemptionEnded:
    """Let a device lock like any other, from this moment on. Taking away waits for no proof."""
    if exemption.ended_at:
        raise AlreadyExempt
    exemption.ended_at = clock.now()
    exemption.save(update_fields=["ended_at"])
    return ExemptionEnded(**_of(exemption), granted=exemption.granted_at is not None)


def _of(exemption: Exemption) -> dict[str, Any]:
    return {
        "agency": exemption.agency_id,
        "exemption": exemption.pk,
        "device_name": exemption.name,
        "touches": (exemption,),
    }
