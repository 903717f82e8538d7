from agencies.hazards import Hazard
from incidents.models.alert import Alert, SignatureState
from incidents.models.command import BriefingItem, CommandSeat, Handover
from incidents.models.deployment import Deployment, OutOfService
from incidents.models.division import Division, DivisionKind
from incidents.models.incident import Incident, Mode, NumberSeries, Structure
from incidents.models.note import Note, Objective
from incidents.models.participation import Participation, Role

__all__ = [
    "Alert",
    "BriefingItem",
    "CommandSeat",
    "Deployment",
    "Division",
    "DivisionKind",
    "Handover",
    "Hazard",
    "Incident",
    "Mode",
    "Note",
    "NumberSeries",
    "Objective",
    "OutOfService",
    "Participation",
    "Role",
    "SignatureState",
    "Structure",
]
