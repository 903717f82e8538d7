"""An EDXL-RM RequestResource, as it was read: who asks for what, where and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from incidents.exchange.cap_alert import Mode
from incidents.exchange.places import Point


class ContactRole(StrEnum):
    SENDER = "Sender"
    REQUESTER = "Requester"
    SUBJECT_MATTER_EXPERT = "SubjectMatterExpert"
    APPROVER = "Approver"
    RESPONDING_ORG = "RespondingOrg"
    OWNER = "Owner"


class RecallType(StrEnum):
    UPDATE = "Update"
    CANCEL = "Cancel"


class ScheduleType(StrEnum):
    """The times and places that a request may name; the others belong to answers."""

    REQUESTED_ARRIVAL = "RequestedArrival"
    REQUESTED_DEPARTURE = "RequestedDeparture"
    ESTIMATED_RETURN_DEPARTURE = "EstimatedReturnDeparture"
    ESTIMATED_RETURN_ARRIVAL = "EstimatedReturnArrival"
    REPORT_TO = "ReportTo"
    ROUTE = "Route"


class DistributionStatus(StrEnum):
    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"


MODES: dict[DistributionStatus, Mode] = {
    DistributionStatus.ACTUAL: Mode.REAL_WORLD,
    DistributionStatus.EXERCISE: Mode.EXERCISE,
    DistributionStatus.SYSTEM: Mode.TEST,
    DistributionStatus.TEST: Mode.TEST,
}


class DistributionType(StrEnum):
    """The envelopes in which a request travels; a changed or withdrawn one says so."""

    REQUEST = "Request"
    UPDATE = "Update"
    CANCEL = "Cancel"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The EDXL-DE 1.0 distribution in which a request arrived."""

    distribution_id: str
    sender_id: str
    sent: datetime
    status: DistributionStatus
    distribution_type: DistributionType
    confidentiality: str
    references: tuple[str, ...]

    @property
    def mode(self) -> Mode:
        return MODES[self.status]


@dataclass(frozen=True, slots=True)
class ValueList:
    """Values of a list that somebody publishes under a URN."""

    urn: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: in words, as an address line, or as a point; at least one."""

    description: str
    address: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class Radio:
    kind: ValueList
    channel: str


@dataclass(frozen=True, slots=True)
class Contact:
    description: str
    role: ContactRole | None
    radios: tuple[Radio, ...]
    place: Place | None
    names: tuple[str, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentNamed:
    """How the asking system names the incident."""

    incident_id: str
    description: str


@dataclass(frozen=True, slots=True)
class Funding:
    code: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Recall:
    """Which earlier message this one replaces or withdraws."""

    message_id: str
    recall_type: RecallType


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many; of whole resources, unless a unit of measure says otherwise."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Schedule:
    schedule_type: ScheduleType
    at: datetime | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class ResourceAsked:
    """One line of the request. Answers refer to it by its element id."""

    element_id: str
    resource_id: str
    name: str
    type_structure: ValueList | None
    type_details: tuple[tuple[str, str], ...]
    keywords: tuple[ValueList, ...]
    description: str
    credentials: str
    certifications: str
    special_requirements: str
    quantity: Quantity | None
    restrictions: str
    anticipated_function: str
    schedules: tuple[Schedule, ...]


@dataclass(frozen=True, slots=True)
class RequestResource:
    """One RequestResource message. Its message id names it; a repeat has the same."""

    message_id: str
    sent: datetime
    description: str
    originating_message_id: str
    incidents: tuple[IncidentNamed, ...]
    recall: Recall | None
    funding: tuple[Funding, ...]
    contacts: tuple[Contact, ...]
    resources: tuple[ResourceAsked, ...]
    envelope: Envelope | None

    @property
    def mode(self) -> Mode | None:
        """Real, exercise or test, as the envelope says; a bare message does not say."""
        return self.envelope.mode if self.envelope else None
