"""The words that forms and other systems choose from."""

from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import (
    BriefingItem,
    DivisionKind,
    Ground,
    Hazard,
    Mode,
    Outcome,
    OutOfService,
    Role,
)

__all__ = [
    "BriefingItem",
    "DeploymentState",
    "DivisionKind",
    "Ground",
    "Hazard",
    "Mode",
    "ObjectiveStatus",
    "OutOfService",
    "Outcome",
    "Role",
]
