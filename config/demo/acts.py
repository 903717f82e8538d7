"""What people do in a story of the demo region. Each act feeds one write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Open:
    """Open the incident; the one who does leads it."""

    name: str
    kind: str
    complexity: int
    place: str
    latitude: float
    longitude: float
    mode: str = "real_world"


@dataclass(frozen=True, slots=True)
class TakeCommand:
    """Take the agency's command seat."""


@dataclass(frozen=True, slots=True)
class Invite:
    """Ask an agency to come."""

    agency: str
    role: str


@dataclass(frozen=True, slots=True)
class Join:
    """Accept the invitation."""


@dataclass(frozen=True, slots=True)
class Unify:
    """Establish unified command with these agencies' commanders, given by sign-in."""

    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddDivision:
    """Add a division, a group or a staging area."""

    kind: str
    name: str
    supervisor: str
    place: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Send resources of one's own agency."""

    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Check resources in at a place."""

    resources: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Assign:
    """Put resources to work in a division or group, or send them to staging."""

    resources: tuple[str, ...]
    division: str
    task: str


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write down what happened, with what kind of information it is."""

    category: str
    text: str
    tlp: str = ""


@dataclass(frozen=True, slots=True)
class AskToShare:
    """Ask an agency there to show one category of its data."""

    agency: str
    category: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShareHere:
    """Show one category of one's data to an agency there, outside any agreement."""

    agency: str
    category: str
    reason: str


@dataclass(frozen=True, slots=True)
class LetGuestIn:
    """Let a person of an agency without an account look on, or assist, for some hours."""

    name: str
    agency: str
    tier: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatePurposes:
    """Say what one's agency is there for, besides running the incident together."""

    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetObjective:
    """Set what command wants to reach."""

    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask under an agreement for a number of a kind and type."""

    name: str
    agreement: str
    kind: str
    type: int | None
    quantity: int
    or_better: bool
    priority: str
    needed_in_minutes: int
    report_to: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Answer what was asked with named resources of one's own."""

    name: str
    resources: tuple[str, ...]
    arrives_in_minutes: int


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Take what an agency offered."""

    name: str
    agency: str


Act = (
    Open
    | TakeCommand
    | Invite
    | Join
    | Unify
    | AddDivision
    | Dispatch
    | CheckIn
    | Assign
    | WriteNote
    | AskToShare
    | ShareHere
    | LetGuestIn
    | StatePurposes
    | SetObjective
    | Ask
    | Offer
    | AcceptOffer
)
