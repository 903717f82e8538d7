"""What a dispatcher would confirm as an incident when an alert comes in."""

from dataclasses import dataclass
from datetime import datetime

from .cap_alert import Alert, Certainty, Info, Mode, Severity, Urgency
from .cap_hazards import Hazard, hazard
from .places import Point, middle

_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Proposal:
    """An incident as an alert suggests it; a person decides."""

    name: str
    hazard: Hazard
    mode: Mode
    place: str
    point: Point | None
    headline: str
    description: str
    instruction: str
    severity: Severity
    urgency: Urgency
    certainty: Certainty
    begins: datetime
    expires: datetime | None


def proposal(alert: Alert, language: str = "en-US") -> Proposal | None:
    """The incident that an alert proposes, in the reader's language where it speaks it.

    None where there is nothing to act on: a draft, or a message that says nothing.
    """
    if alert.mode is None or not alert.infos:
        return None
    info = _in_language(alert.infos, language)
    areas = info.areas
    return Proposal(
        name=_name(info),
        hazard=hazard(info.event, info.categories),
        mode=alert.mode,
        place="; ".join(area.description for area in areas if area.description)[:500],
        point=middle(
            tuple(ring for area in areas for ring in area.polygons),
            tuple(circle for area in areas for circle in area.circles),
        ),
        headline=info.headline,
        description=info.description,
        instruction=info.instruction,
        severity=info.severity,
        urgency=info.urgency,
        certainty=info.certainty,
        begins=info.onset or info.effective or alert.sent,
        expires=info.expires,
    )


def _in_language(infos: tuple[Info, ...], language: str) -> Info:
    """The very language, else the same without its region, else the sender's first."""
    wanted = language.casefold()
    exact = [info for info in infos if info.language.casefold() == wanted]
    base = wanted.split("-")[0]
    related = [info for info in infos if info.language.casefold().split("-")[0] == base]
    return (exact or related or list(infos))[0]


def _name(info: Info) -> str:
    name = " ".join(info.event.split())
    name = name.capitalize() if name.isupper() else name[:1].upper() + name[1:]
    where = next((area.description for area in info.areas if area.description), "")
    full = f"{name}, {where}" if where else name
    return full if len(full) <= _NAME_LENGTH else name[:_NAME_LENGTH]
