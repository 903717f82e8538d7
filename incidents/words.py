"""The words that forms and other systems choose from."""

from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import BriefingItem, DivisionKind, Hazard, Mode, OutOfService, Role

__all__ = [
    "BriefingItem",
    "DeploymentState",
    "DivisionKind",
    "Hazard",
    "Mode",
    "ObjectiveStatus",
    "OutOfService",
    "Role",
]
