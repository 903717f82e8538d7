"""From an EDXL-RM request to one of ours: kinds of the catalogue, or all problems in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _

from agencies.typing import catalogue
from agencies.typing.catalogue import Kind
from incidents.exchange.problems import Finding, Findings

from .edxl_rm_request import (
    ContactRole,
    Place,
    Recall,
    RecallType,
    RequestResource,
    ResourceAsked,
    ScheduleType,
)

MOST: Final = 999
MOST_SUGGESTED: Final = 5
LONGEST_ID: Final = 250
SOON: Final = timedelta(hours=1)
TYPE: Final = re.compile(r"\btype\s*([1-7])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line, in the words of our catalogue."""

    kind: str
    type: int | None
    quantity: int
    details: str
    element: str


@dataclass(frozen=True, slots=True)
class Order:
    """A request as another system sent it, ready for an incident: new, changed or withdrawn."""

    message_id: str
    sent: datetime
    recall: Recall | None
    mode: str | None
    needed_by: datetime | None
    deliver_to: str
    requester_position: str
    remarks: str
    lines: tuple[Wanted, ...]


def order(read: RequestResource) -> tuple[Order, tuple[Finding, ...]]:
    """What is ordered, and remarks. Raises ``Problems`` with everything to be put right."""
    findings = Findings()
    _check_ids(read, findings)
    lines = () if _withdraws(read) else tuple(_line(one, findings) for one in read.resources)
    remarks = findings.settle()
    return Order(
        message_id=read.message_id,
        sent=read.sent,
        recall=read.recall,
        mode=read.mode.value if read.mode else None,
        needed_by=_needed_by(read),
        deliver_to=_deliver_to(read),
        requester_position=_requester(read),
        remarks=read.description[:2000],
        lines=lines,
    ), remarks


def _withdraws(read: RequestResource) -> bool:
    """What a withdrawn request asked for has not to be understood again."""
    return read.recall is not None and read.recall.recall_type is RecallType.CANCEL


def _check_ids(read: RequestResource, findings: Findings) -> None:
    """Ids are what repeats and changes are known by, so none is cut."""
    named = [("MessageID", read.message_id)]
    named += [("ResourceInfoElementID", one.element_id) for one in read.resources]
    for where, said in named:
        if len(said) > LONGEST_ID:
            wrong = _("It has %d characters.") % len(said)
            findings.problem(Finding(where, 0, wrong, _("Give an id of at most 250.")))


def _line(asked: ResourceAsked, findings: Findings) -> Wanted:
    where = f"ResourceInformation {asked.element_id}"
    kind = _kind(asked, where, findings)
    number = _type(asked)
    if kind and number and number not in {one.number for one in kind.types}:
        wrong = _("%(kind)s has no Type %(number)d.") % {"kind": kind.name, "number": number}
        findings.problem(Finding(where, 0, wrong, _("Name one of its types, or none.")))
    return Wanted(
        kind=kind.code if kind else "",
        type=number,
        quantity=_quantity(asked, where, findings),
        details=_details(asked)[:400],
        element=asked.element_id,
    )


def _kind(asked: ResourceAsked, where: str, findings: Findings) -> Kind | None:
    """The one kind that the resource's names lead to."""
    for text in _names(asked):
        if found := _exactly(text):
            return found
    likely: dict[str, Kind] = {}
    for text in _names(asked):
        likely |= {kind.code: kind for kind in catalogue.search(TYPE.sub("", text))}
    if len(likely) == 1:
        return next(iter(likely.values()))
    said = _("Nothing in the catalogue is called %s.") if not likely else _("%s is not one kind.")
    some = "; ".join(f"{kind.code} {kind.name}" for kind in list(likely.values())[:MOST_SUGGESTED])
    right = _("Do you mean: %s?") % some if some else _("Use a code or a name of NIMS typing.")
    findings.problem(Finding(where, 0, said % _quoted(asked), right))
    return None


def _exactly(text: str) -> Kind | None:
    said = TYPE.sub("", text).strip(" ,;:-").casefold()
    return next(
        (
            kind
            for kind in catalogue.kinds()
            if said in (kind.code.casefold(), kind.name.casefold())
        ),
        None,
    )


def _names(asked: ResourceAsked) -> Iterator[str]:
    """Everything that may say what it is, the most formal first."""
    if asked.type_structure:
        yield from asked.type_structure.values
    for keyword in asked.keywords:
        yield from keyword.values
    if asked.name:
        yield asked.name


def _quoted(asked: ResourceAsked) -> str:
    return ", ".join(f"“{name[:60]}”" for name in _names(asked)) or _("a resource without a name")


def _type(asked: ResourceAsked) -> int | None:
    for text in (*_names(asked), *(f"type {value}" for _name, value in asked.type_details)):
        if found := TYPE.search(text):
            return int(found.group(1))
    return None


def _quantity(asked: ResourceAsked, where: str, findings: Findings) -> int:
    if asked.quantity is None:
        return 1
    if asked.quantity.unit:
        odd = _("The quantity is counted in “%s”.") % asked.quantity.unit[:40]
        findings.remark(Finding(where, 0, odd, _("It was read as so many whole resources.")))
    if not 1 <= asked.quantity.amount <= MOST:
        findings.problem(Finding(where, 0, _("The quantity is out of bounds."), _("1 to 999.")))
    return asked.quantity.amount


def _details(asked: ResourceAsked) -> str:
    named = _("Asked for by name: %s.") % asked.resource_id if asked.resource_id else ""
    said = (
        *(asked.description, asked.special_requirements, asked.credentials),
        *(asked.certifications, asked.restrictions, asked.anticipated_function, named),
    )
    return " ".join(text for text in said if text)


def _needed_by(read: RequestResource) -> datetime | None:
    """The earliest arrival that any line asks for."""
    arrivals = [
        each.at
        for one in read.resources
        for each in one.schedules
        if each.at and each.schedule_type is ScheduleType.REQUESTED_ARRIVAL
    ]
    return min(arrivals, default=None)


def _deliver_to(read: RequestResource) -> str:
    for one in read.resources:
        for each in one.schedules:
            wanted = each.schedule_type in (ScheduleType.REPORT_TO, ScheduleType.REQUESTED_ARRIVAL)
            if wanted and (said := _place(each.place)):
                return said
    return ""


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    point = f"{place.point.latitude}, {place.point.longitude}" if place.point else ""
    return (place.description or place.address or point)[:200]


def _requester(read: RequestResource) -> str:
    for contact in read.contacts:
        if contact.role in (ContactRole.REQUESTER, ContactRole.SENDER):
            return (contact.description or ", ".join(contact.names))[:120]
    return ""
