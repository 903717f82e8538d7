"""From the elements of a CAP alert to the alert, telling every wrong value on the way."""

import re
from datetime import datetime
from typing import Final

from . import texts
from .cap_alert import (
    Alert,
    Certainty,
    MessageType,
    NamedValue,
    Reference,
    Scope,
    SignatureState,
    Status,
)
from .nodes import TOKEN_LENGTH, Choice, Node, choice, free_text, moment, token
from .times import UNREAD, NotAnInstant, instant

SHORT: Final = 2_000
_QUOTED_WORDS: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_NOT_IN_IDENTIFIERS: Final = re.compile(r"[\s,<&]")


def required_text(node: Node, name: str, longest: int = SHORT) -> str:
    """Text that must not be blank; an absent element was told of with the shape."""
    found = node.one(name)
    value = free_text(found, longest)
    if found is not None and not found.value:
        found.problem(f"{name} is blank.", "Say in words what it is.")
    return value


def optional_text(node: Node, name: str, longest: int = SHORT) -> str:
    return free_text(node.one(name), longest)


def one_of(node: Node, name: str, among: type[Choice]) -> Choice:
    found = node.one(name)
    return next(iter(among)) if found is None else choice(found, among)


def time_of(node: Node, name: str, version: str) -> datetime | None:
    found = node.one(name)
    return None if found is None else moment(found, strict=version == "1.2")


def certainty_of(node: Node) -> Certainty:
    """CAP 1.0 also knew "Very Likely", which 1.1 tells receivers to take as Likely."""
    found = node.one("certainty")
    if found is not None and found.raw_text == "Very Likely":
        found.remark('"Very Likely" was given up with CAP 1.1.', "It was read as Likely.")
        return Certainty.LIKELY
    return one_of(node, "certainty", Certainty)


def named_values(node: Node, name: str) -> tuple[NamedValue, ...]:
    return tuple(
        NamedValue(optional_text(each, "valueName"), optional_text(each, "value"))
        for each in node.every(name)
    )


def identifier(node: Node, name: str) -> str:
    """An identifier or a sender: no spaces, commas, ``<`` or ``&``, for references name it so."""
    found = node.one(name)
    if found is None:
        return ""
    value = token(found)
    if not value:
        found.problem(f"{name} is blank.", "Without it nobody can refer to this alert.")
    if odd := _NOT_IN_IDENTIFIERS.search(value):
        found.problem(
            f"{texts.quoted(value)} contains {texts.quoted(odd[0])}.",
            "Spaces, commas, < and & are not allowed here.",
        )
    return value


def words(node: Node, name: str) -> tuple[str, ...]:
    """Space-separated words, in double quotes where they hold spaces."""
    found = node.one(name)
    written = free_text(found)
    if found is not None and written.count('"') % 2:
        found.problem("A double quote is not closed.", 'Write "Region 3" around each name.')
        return ()
    return tuple((quoted or plain) for quoted, plain in _QUOTED_WORDS.findall(written))


def references(node: Node) -> tuple[Reference, ...]:
    """Earlier messages as ``sender,identifier,sent``, separated by spaces."""
    found = node.one("references")
    if found is None:
        return ()
    read = (_reference(found, written) for written in found.value.split())
    return tuple(each for each in read if each is not None)


def _reference(node: Node, written: str) -> Reference | None:
    figures = written.split(",")
    hidden = texts.unseen(written)
    if len(figures) != 3 or not all(figures) or hidden or len(written) > 3 * TOKEN_LENGTH:
        node.problem(
            f"{texts.quoted(written)} is not a reference.",
            "Write sender,identifier,sent for each message, with spaces between them.",
        )
        return None
    try:
        sent = instant(figures[2], strict=False)
    except NotAnInstant as reason:
        node.problem(f"{texts.quoted(figures[2])} is not a time that can be taken.", str(reason))
        return None
    return Reference(figures[0], figures[1], sent)


def header(node: Node, version: str) -> Alert:
    """The alert without what it says: its infos are read by themselves."""
    return Alert(
        version=version,
        identifier=identifier(node, "identifier"),
        sender=identifier(node, "sender"),
        sent=time_of(node, "sent", version) or UNREAD,
        status=one_of(node, "status", Status),
        message_type=one_of(node, "msgType", MessageType),
        scope=one_of(node, "scope", Scope),
        source=optional_text(node, "source"),
        restriction=optional_text(node, "restriction"),
        addresses=words(node, "addresses"),
        codes=tuple(token(each) for each in node.every("code")),
        note=optional_text(node, "note"),
        references=references(node),
        incidents=words(node, "incidents"),
        infos=(),
        signature=SignatureState.NONE,
    )
