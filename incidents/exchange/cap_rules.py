"""What CAP asks of an alert beyond its structure."""

from typing import Final

from . import places
from .cap_alert import Alert, MessageType, Reference, Scope, Status
from .nodes import Node

_MOST_REFERENCES: Final = 1_000
_POINTS_AT_OTHERS: Final = frozenset(set(MessageType) - {MessageType.ALERT})


def check_bounds(node: Node) -> None:
    """Refuse what would take long to read, before reading it."""
    points = sum(
        ring.raw_text.count(",")
        for info in node.every("info")
        for area in info.every("area")
        for ring in area.every("polygon")
    )
    named = sum(each.raw_text.count(",") for each in node.every("references")) // 2
    if points > places.MOST_POINTS:
        node.problem(
            f"Its polygons have {points:,} points.",
            f"Muster takes up to {places.MOST_POINTS:,}; simplify them.",
        )
    if named > _MOST_REFERENCES:
        node.problem(f"It refers to {named:,} messages.", f"Name up to {_MOST_REFERENCES:,}.")
    if points > places.MOST_POINTS or named > _MOST_REFERENCES:
        node.findings.settle()


def check_rules(node: Node, alert: Alert) -> None:
    _check_audience(node, alert)
    _check_references(node, alert)
    _check_note(node, alert)
    _check_expired(node, alert)


def _check_audience(node: Node, alert: Alert) -> None:
    if alert.scope is Scope.RESTRICTED and not alert.restriction:
        node.problem("restriction is missing.", "A Restricted alert says whom it is for.")
    if alert.scope is Scope.PRIVATE and not alert.addresses:
        node.problem("addresses is missing.", "A Private alert lists its recipients.")
    if alert.scope is not Scope.RESTRICTED and alert.restriction:
        node.remark(f"The alert is {alert.scope}, yet names a restriction.", "It was kept.")


def _check_references(node: Node, alert: Alert) -> None:
    found = node.one("references")
    if found is None or not found.value:
        if alert.message_type in _POINTS_AT_OTHERS:
            node.problem(
                "references is missing.",
                f"A message of type {alert.message_type} names the messages it is about.",
            )
        return
    itself = Reference(alert.sender, alert.identifier, alert.sent)
    if itself in alert.references:
        found.problem("The alert refers to itself.", "Name the earlier message.")
    if any(earlier.sent > alert.sent for earlier in alert.references):
        found.remark("It names a message sent later than this one.")


def _check_note(node: Node, alert: Alert) -> None:
    explained = alert.status is Status.EXERCISE or alert.message_type is MessageType.ERROR
    if explained and not alert.note:
        node.remark("note is missing.", "CAP asks to explain an Exercise or an Error in it.")


def _check_expired(node: Node, alert: Alert) -> None:
    for block, info in zip(node.every("info"), alert.infos, strict=True):
        if info.expires and info.expires < alert.sent:
            block.remark("It had expired before it was sent.", "It is not shown as active.")
