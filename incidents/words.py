"""The words that forms and other systems choose from."""

from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import (
    BriefingItem,
    DivisionKind,
    Ground,
    GuestSeat,
    Hazard,
    Mode,
    Outcome,
    OutOfService,
    Role,
    Tier,
)

__all__ = [
    "BriefingItem",
    "DeploymentState",
    "DivisionKind",
    "Ground",
    "GuestSeat",
    "Hazard",
    "Mode",
    "ObjectiveStatus",
    "OutOfService",
    "Outcome",
    "Role",
    "Tier",
]
