"""A CAP alert, as it was read: nothing in it is missing, malformed or misspelled."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .places import Circle, Polygon


class Mode(StrEnum):
    """Whether something is real; an incident keeps its mode for life."""

    REAL_WORLD = "real_world"
    EXERCISE = "exercise"
    TEST = "test"


class Status(StrEnum):
    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"
    DRAFT = "Draft"


MODES: dict[Status, Mode] = {
    Status.ACTUAL: Mode.REAL_WORLD,
    Status.EXERCISE: Mode.EXERCISE,
    Status.SYSTEM: Mode.TEST,
    Status.TEST: Mode.TEST,
}


class MessageType(StrEnum):
    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"
    ACK = "Ack"
    ERROR = "Error"


class Scope(StrEnum):
    PUBLIC = "Public"
    RESTRICTED = "Restricted"
    PRIVATE = "Private"


class Category(StrEnum):
    GEO = "Geo"
    MET = "Met"
    SAFETY = "Safety"
    SECURITY = "Security"
    RESCUE = "Rescue"
    FIRE = "Fire"
    HEALTH = "Health"
    ENV = "Env"
    TRANSPORT = "Transport"
    INFRA = "Infra"
    CBRNE = "CBRNE"
    OTHER = "Other"


class ResponseType(StrEnum):
    SHELTER = "Shelter"
    EVACUATE = "Evacuate"
    PREPARE = "Prepare"
    EXECUTE = "Execute"
    AVOID = "Avoid"
    MONITOR = "Monitor"
    ASSESS = "Assess"
    ALL_CLEAR = "AllClear"
    NONE = "None"


class Urgency(StrEnum):
    IMMEDIATE = "Immediate"
    EXPECTED = "Expected"
    FUTURE = "Future"
    PAST = "Past"
    UNKNOWN = "Unknown"


class Severity(StrEnum):
    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class Certainty(StrEnum):
    OBSERVED = "Observed"
    LIKELY = "Likely"
    POSSIBLE = "Possible"
    UNLIKELY = "Unlikely"
    UNKNOWN = "Unknown"


class SignatureState(StrEnum):
    """What a signature proves. Only ``verified`` says who sent the alert."""

    NONE = "none"
    PRESENT_UNVERIFIED = "present_unverified"
    VERIFIED = "verified"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier message, by its sender, its identifier there, and when it was sent."""

    sender: str
    identifier: str
    sent: datetime


@dataclass(frozen=True, slots=True)
class NamedValue:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A picture, recording or document that goes with an alert; never fetched."""

    description: str
    mime_type: str
    size: int | None
    uri: str
    digest: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class Area:
    """Where an alert holds: the union of polygons, circles and coded areas."""

    description: str
    polygons: tuple[Polygon, ...]
    circles: tuple[Circle, ...]
    geocodes: tuple[NamedValue, ...]
    altitude: float | None
    ceiling: float | None


@dataclass(frozen=True, slots=True)
class Info:
    """What an alert says in one language about one hazard."""

    language: str
    categories: tuple[Category, ...]
    event: str
    response_types: tuple[ResponseType, ...]
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    audience: str
    event_codes: tuple[NamedValue, ...]
    effective: datetime | None
    onset: datetime | None
    expires: datetime | None
    sender_name: str
    headline: str
    description: str
    instruction: str
    web: str
    contact: str
    parameters: tuple[NamedValue, ...]
    resources: tuple[Resource, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """One CAP message. Sender, identifier and sent together name it."""

    version: str
    identifier: str
    sender: str
    sent: datetime
    status: Status
    message_type: MessageType
    scope: Scope
    source: str
    restriction: str
    addresses: tuple[str, ...]
    codes: tuple[str, ...]
    note: str
    references: tuple[Reference, ...]
    incidents: tuple[str, ...]
    infos: tuple[Info, ...]
    signature: SignatureState

    @property
    def mode(self) -> Mode | None:
        """What an incident proposed by this alert would be; a draft proposes none."""
        return MODES.get(self.status)
