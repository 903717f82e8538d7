"""From the elements of a RequestResource to the request, with the rules of EDXL-RM 1.0."""

from collections import Counter
from typing import Final

from incidents.exchange import texts
from incidents.exchange.nodes import Node, choice, moment
from incidents.exchange.times import UNREAD

from .edxl_rm_lines import identifier_of, resource_asked, value_list, words_of
from .edxl_rm_places import inside, place
from .edxl_rm_request import (
    Contact,
    ContactRole,
    Envelope,
    Funding,
    IncidentNamed,
    Radio,
    Recall,
    RecallType,
    RequestResource,
    ScheduleType,
)

_NAMES: Final = frozenset({"NameElement", "NameLine"})


def request(node: Node, envelope: Envelope | None) -> RequestResource:
    sent = node.one("SentDateTime")
    read = RequestResource(
        message_id=identifier_of(node, "MessageID"),
        sent=UNREAD if sent is None else moment(sent, strict=False),
        description=words_of(node, "MessageDescription"),
        originating_message_id=identifier_of(node, "OriginatingMessageID"),
        incidents=tuple(_incident(each) for each in node.every("IncidentInformation")),
        recall=_recall(node.one("MessageRecall")),
        funding=tuple(_funding(each) for each in node.every("Funding")),
        contacts=tuple(_contact(each) for each in node.every("ContactInformation")),
        resources=tuple(resource_asked(each) for each in node.every("ResourceInformation")),
        envelope=envelope,
    )
    _check_content_type(node)
    _check_thread(node, read)
    _check_lines_differ(node, read)
    _check_times(node, read)
    return read


def _incident(node: Node) -> IncidentNamed:
    named = IncidentNamed(words_of(node, "IncidentID"), words_of(node, "IncidentDescription"))
    if not (named.incident_id or named.description):
        node.problem("It names no incident.", "Give IncidentID or IncidentDescription.")
    return named


def _recall(node: Node | None) -> Recall | None:
    if node is None:
        return None
    kind = node.one("RecallType")
    return Recall(
        message_id=identifier_of(node, "RecallMessageID"),
        recall_type=RecallType.UPDATE if kind is None else choice(kind, RecallType),
    )


def _funding(node: Node) -> Funding:
    funding = Funding(words_of(node, "FundCode"), words_of(node, "FundingInfo"))
    if not (funding.code or funding.explanation):
        node.problem("It says nothing of funds.", "Give FundCode or FundingInfo.")
    return funding


def _contact(node: Node) -> Contact:
    role = node.one("ContactRole")
    party = node.one("AdditionalContactInformation")
    contact = Contact(
        description=words_of(node, "ContactDescription"),
        role=None if role is None else choice(role, ContactRole),
        radios=tuple(_radio(each) for each in node.every("Radio")),
        place=place(node.one("ContactLocation")),
        names=_party(party, _NAMES),
        phones=_party(party, frozenset({"ContactNumberElement"})),
        emails=_party(party, frozenset({"ElectronicAddressIdentifier"})),
    )
    if not contact.description and contact.role is None:
        node.problem("It says neither who nor in which role.", "Give ContactDescription.")
    return contact


def _radio(node: Node) -> Radio:
    kinds = node.one("RadioType")
    return Radio(value_list(kinds or node), words_of(node, "RadioChannel"))


def _party(node: Node | None, names: frozenset[str]) -> tuple[str, ...]:
    if node is None:
        return ()
    found = (texts.shown(each.value[:300]) for each in inside(node) if each.name in names)
    return tuple(text for text in found if text)[:20]


def _check_content_type(node: Node) -> None:
    found = node.one("MessageContentType")
    if found is not None and found.raw_text != "RequestResource":
        found.problem(
            f"MessageContentType is {texts.quoted(found.raw_text)}.",
            "In a RequestResource it is RequestResource.",
        )


def _check_thread(node: Node, read: RequestResource) -> None:
    """A request opens its own thread; only a changed or withdrawn one points back."""
    origin = node.one("OriginatingMessageID")
    if origin is None or not read.originating_message_id:
        return
    if read.recall is None and read.originating_message_id != read.message_id:
        origin.problem(
            f"OriginatingMessageID is not the MessageID {texts.quoted(read.message_id)}.",
            "A RequestResource is the first message of its thread; repeat its MessageID.",
        )
    if read.recall and read.recall.message_id == read.message_id:
        node.every("MessageRecall")[0].problem(
            "The message recalls itself.", "Put the id of the earlier message in RecallMessageID."
        )


def _check_lines_differ(node: Node, read: RequestResource) -> None:
    counts = Counter(line.element_id for line in read.resources if line.element_id)
    for element_id, count in counts.items():
        if count > 1:
            node.problem(
                f"ResourceInfoElementID {texts.quoted(element_id)} stands {count} times.",
                "Answers refer to it; give each ResourceInformation its own.",
            )


def _check_times(node: Node, read: RequestResource) -> None:
    for block, line in zip(node.every("ResourceInformation"), read.resources, strict=True):
        at = {each.schedule_type: each.at for each in line.schedules if each.at}
        arrival = at.get(ScheduleType.REQUESTED_ARRIVAL)
        leaving = at.get(ScheduleType.ESTIMATED_RETURN_DEPARTURE)
        if arrival and arrival < read.sent:
            block.remark("Arrival is asked for before the request was sent.", "It was kept.")
        if arrival and leaving and leaving < arrival:
            block.remark("It would return before it is asked to arrive.", "It was kept.")
