from agencies.hazards import Hazard
from incidents.models.alert import Alert, SignatureState
from incidents.models.command import BriefingItem, CommandSeat, Handover
from incidents.models.deployment import Deployment, OutOfService
from incidents.models.disclosure import Disclosure, Withdrawal
from incidents.models.division import Division, DivisionKind
from incidents.models.glass import Glass, Ground, Outcome
from incidents.models.guest import Guest, GuestSeat, Tier
from incidents.models.incident import Incident, Mode, NumberSeries, Structure
from incidents.models.note import Note, Objective
from incidents.models.participation import Participation, Role
from incidents.models.purpose import StatedPurpose

__all__ = [
    "Alert",
    "BriefingItem",
    "CommandSeat",
    "Deployment",
    "Disclosure",
    "Division",
    "DivisionKind",
    "Glass",
    "Ground",
    "Guest",
    "GuestSeat",
    "Handover",
    "Hazard",
    "Incident",
    "Mode",
    "Note",
    "NumberSeries",
    "Objective",
    "OutOfService",
    "Outcome",
    "Participation",
    "Role",
    "SignatureState",
    "StatedPurpose",
    "Structure",
    "Tier",
    "Withdrawal",
]
