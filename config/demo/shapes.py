"""What the demo region is made of. A resource is named ``"PEFD Engine 1"`` everywhere."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum

from agencies.terms import Terms
from config.demo.acts import Act


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call at an agency, and for what."""

    purpose: str
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An organization of the region, with its seat's place on the map."""

    code: str
    name: str
    discipline: str
    jurisdiction: str
    domain: str
    phone: str
    latitude: float
    longitude: float
    contacts: tuple[Contact, ...]
    time_zone: str = "America/Chicago"

    @property
    def email(self) -> str:
        return f"office@{self.domain}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in for an agency, and the seats they hold there."""

    agency: str
    email: str
    name: str
    title: str
    seats: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class Resource:
    """What an agency can send; ``kind`` is a code of the catalogue, no type is untyped."""

    agency: str
    call_sign: str
    kind: str
    type: int | None
    personnel: int
    home_base: str
    latitude: float
    longitude: float

    @property
    def key(self) -> str:
        return f"{self.agency} {self.call_sign}"


@dataclass(frozen=True, slots=True)
class RequestTerm:
    """The receiver may ask, at this priority or a more pressing one."""

    lowest_priority: str


@dataclass(frozen=True, slots=True)
class SupplyTerm:
    """The giver sends up to a number of this kind and type, and keeps its floor."""

    kind: str
    type: int | None
    max_quantity: int
    drawdown_floor: int


@dataclass(frozen=True, slots=True)
class ResponseTerm:
    """The giver answers a request of this priority within this time."""

    priority: str
    answer_within: timedelta


@dataclass(frozen=True, slots=True)
class ShareTerm:
    """The giver shows the receiver this category of data for this purpose."""

    category: str
    purpose: str


@dataclass(frozen=True, slots=True)
class CostTerm:
    """Nothing for the first hours, then a rate for each of what is counted."""

    free_hours: Decimal
    rate_per_hour: Decimal | None
    counted: str
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class InsuranceTerm:
    """The giver is insured; its certificate runs out so many days from the seeding."""

    insurance: str
    minimum: Decimal
    certificate_days: int


Term = RequestTerm | SupplyTerm | ResponseTerm | ShareTerm | CostTerm | InsuranceTerm | Terms


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause: its words and its coded terms. No giver or receiver is every party."""

    number: str
    kind: str
    heading: str
    text: str
    terms: tuple[Term, ...]
    giver: str | None = None
    receiver: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Text that nothing is coded from, and the elements of an agreement that it speaks to."""

    number: str
    heading: str
    text: str
    elements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A page that belongs to an agreement. ``{until}`` in it is a day counted from the seeding."""

    kind: str
    title: str
    lines: tuple[str, ...]
    until_days: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """An agency that the agreement names, under whose authority it signs, and whether it has."""

    agency: str
    signatory_title: str
    authority: str
    signed: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """Written terms between agencies; its days are counted from the day of seeding.

    Of the clauses that are ``unchecked`` nobody has looked yet whether their coded form fits.
    """

    title: str
    instrument: str
    tier: int
    led_by: str
    parties: tuple[Party, ...]
    purpose: str
    scope: str
    effective_days: int
    expires_days: int
    clauses: tuple[Clause, ...]
    effect: str = "all"
    joinable: bool = False
    unchecked: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    attached: tuple[Attached, ...] = ()


class Stage(Enum):
    """How far a paper has come that is on its way."""

    SIGNED = "signed"
    AT_THE_TABLE = "at the table"  # a second version is reviewed, one has left
    AMENDED = "amended"  # once; a second amendment is drafted
    SUSPENDED = "suspended"  # by one party
    LEFT = "left"  # one party gave notice, which runs
    JOINED = "joined"  # by one agency; another was asked
    ENDED = "ended"  # for cause; some of it survives


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An agreement and what has become of it."""

    agreement: Agreement
    stage: Stage


@dataclass(frozen=True, slots=True)
class Step:
    """Who did what, so many minutes before the seeding. ``by`` is a sign-in of the region."""

    minutes_ago: int
    by: str
    act: Act


@dataclass(frozen=True, slots=True)
class Story:
    """One incident from its opening on, oldest step first."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that seeding writes."""

    agencies: tuple[Agency, ...]
    people: tuple[Person, ...]
    resources: tuple[Resource, ...]
    agreements: tuple[Agreement, ...]
    under_way: tuple[UnderWay, ...]
    stories: tuple[Story, ...]
