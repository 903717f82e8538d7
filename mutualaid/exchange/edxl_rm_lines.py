"""The resources that a RequestResource asks for, one line each."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from incidents.exchange import texts
from incidents.exchange.nodes import Node, choice, free_text, moment, token

from .edxl_rm_places import place
from .edxl_rm_request import Quantity, ResourceAsked, Schedule, ScheduleType, ValueList

LINE: Final = 2_000
MOST_WHOLE: Final = 999
MOST_MEASURED: Final = 1_000_000
_IN_DIGITS: Final = re.compile(r"(\S{1,40})(?:\s+(\S.{0,80}))?", re.DOTALL)
_FIGURE: Final = re.compile(r"[+-]?[0-9.]{1,40}([eE][+-]?[0-9]{1,4})?|[+-]?INF|NaN")


def value_list(node: Node) -> ValueList:
    urn = node.one("ValueListURN")
    return ValueList(
        urn=token(urn) if urn is not None else "",
        values=tuple(free_text(value, LINE) for value in node.every("Value")),
    )


def optional_list(node: Node, name: str) -> ValueList | None:
    found = node.one(name)
    return None if found is None else value_list(found)


def words_of(node: Node | None, name: str) -> str:
    return "" if node is None else free_text(node.one(name), LINE)


def identifier_of(node: Node, name: str) -> str:
    """An id that answers refer to; blank would leave nothing to refer to."""
    found = node.one(name)
    if found is None:
        return ""
    if not found.value:
        found.problem(f"{name} is blank.", "Answers refer to it; give it a value.")
    return token(found)


def resource_asked(node: Node) -> ResourceAsked:
    resource = node.one("Resource")
    assignment = node.one("AssignmentInformation")
    _check_named(resource)
    return ResourceAsked(
        element_id=identifier_of(node, "ResourceInfoElementID"),
        resource_id=words_of(resource, "ResourceID"),
        name=words_of(resource, "Name"),
        type_structure=None if resource is None else optional_list(resource, "TypeStructure"),
        type_details=_type_details(resource),
        keywords=() if resource is None else tuple(map(value_list, resource.every("Keyword"))),
        description=words_of(resource, "Description"),
        credentials=words_of(resource, "Credentials"),
        certifications=words_of(resource, "Certifications"),
        special_requirements=words_of(resource, "SpecialRequirements"),
        quantity=_quantity(node, assignment),
        restrictions=words_of(assignment, "Restrictions"),
        anticipated_function=words_of(assignment, "AnticipatedFunction"),
        schedules=tuple(_schedule(each) for each in node.every("ScheduleInformation")),
    )


def _check_named(resource: Node | None) -> None:
    if resource is None:
        return
    named = [each for name in ("ResourceID", "Name") for each in resource.every(name) if each.value]
    if not named and not resource.every("TypeStructure"):
        resource.problem(
            "Nothing says which resource is asked for.",
            "Give ResourceID, Name or TypeStructure.",
        )


def _type_details(resource: Node | None) -> tuple[tuple[str, str], ...]:
    """What TypeInfo adds to the type, as names and words; its form is the sender's own."""
    details = resource.one("TypeInfo") if resource is not None else None
    if details is None:
        return ()
    return tuple((each.name, free_text(each, LINE)) for each in details.children[:100])


def _quantity(line: Node, assignment: Node | None) -> Quantity | None:
    found = assignment.one("Quantity") if assignment is not None else None
    if found is None:
        line.remark("No Quantity is given.", "It is taken as one.")
        return None
    in_words, measured = found.every("QuantityText"), found.one("MeasuredQuantity")
    if len(in_words) + (measured is not None) != 1:
        found.problem("Quantity must be said once.", "Give one QuantityText or MeasuredQuantity.")
        return None
    if measured is None:
        return _from_words(in_words[0])
    amount, unit = measured.one("Amount"), optional_list(measured, "UnitOfMeasure")
    return (
        None
        if amount is None
        else _counted(amount, amount.value, " ".join(unit.values) if unit else "")
    )


def _from_words(node: Node) -> Quantity | None:
    written = _IN_DIGITS.fullmatch(node.value)
    if written is None:
        node.problem(f"{texts.quoted(node.value)} is not a quantity.", "Write a number, like 4.")
        return None
    return _counted(node, written[1], texts.shown(written[2] or ""))


def _counted(node: Node, figure: str, unit: str) -> Quantity | None:
    """A whole number that can be ordered; never rounded, for that would order another one."""
    most = MOST_MEASURED if unit else MOST_WHOLE
    amount = _number(figure)
    if amount is None or not amount.is_finite() or not 1 <= amount <= most:
        node.problem(
            f"{texts.quoted(figure)} is not a quantity that can be ordered.",
            f"Write a whole number from 1 to {most:,} in digits.",
        )
        return None
    if amount != amount.to_integral_value():
        node.problem(f"{texts.quoted(figure)} is not a whole number.", "Order whole ones.")
        return None
    return Quantity(int(amount), unit)


def _number(figure: str) -> Decimal | None:
    if not _FIGURE.fullmatch(figure):
        return None
    try:
        return Decimal(figure)
    except InvalidOperation:
        return None


def _schedule(node: Node) -> Schedule:
    kind, at = node.one("ScheduleType"), node.one("DateTime")
    schedule = Schedule(
        schedule_type=ScheduleType.REQUESTED_ARRIVAL
        if kind is None
        else choice(kind, ScheduleType),
        at=None if at is None else moment(at, strict=False),
        place=place(node.one("Location")),
    )
    if at is None and schedule.place is None:
        node.remark(f"{schedule.schedule_type} gives neither time nor place.", "It was kept.")
    return schedule
