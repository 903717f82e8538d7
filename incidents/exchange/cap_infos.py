"""What a CAP alert says: its info blocks with their areas and attachments."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeVar

from . import places, texts
from .cap_alert import Area, Category, Info, Resource, ResponseType, Severity, Urgency
from .cap_reading import (
    certainty_of,
    named_values,
    one_of,
    optional_text,
    required_text,
    time_of,
)
from .nodes import TEXT_LENGTH, Node, choice, free_text

_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}")
_INTEGER: Final = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_LINK: Final = re.compile(r"https?://[^\s<>\"']{1,2000}", re.IGNORECASE)
_NEWER_RESPONSES: Final = frozenset({ResponseType.AVOID, ResponseType.ALL_CLEAR})

Figure = TypeVar("Figure")


def info(node: Node, version: str) -> Info:
    return Info(
        language=_language(node),
        categories=tuple(choice(each, Category) for each in node.every("category")),
        event=required_text(node, "event"),
        response_types=tuple(_response(each, version) for each in node.every("responseType")),
        urgency=one_of(node, "urgency", Urgency),
        severity=one_of(node, "severity", Severity),
        certainty=certainty_of(node),
        audience=optional_text(node, "audience"),
        event_codes=named_values(node, "eventCode"),
        effective=time_of(node, "effective", version),
        onset=time_of(node, "onset", version),
        expires=_expires(node, version),
        sender_name=optional_text(node, "senderName"),
        headline=optional_text(node, "headline"),
        description=optional_text(node, "description", TEXT_LENGTH),
        instruction=optional_text(node, "instruction", TEXT_LENGTH),
        web=_link(node, "web"),
        contact=optional_text(node, "contact"),
        parameters=named_values(node, "parameter"),
        resources=tuple(_resource(each) for each in node.every("resource")),
        areas=tuple(_area(each, version) for each in node.every("area")),
    )


def _language(node: Node) -> str:
    found = node.one("language")
    if found is None or not found.raw_text:
        return "en-US"
    if not _LANGUAGE.fullmatch(found.value):
        found.problem(f"{texts.quoted(found.value)} is not a language.", "Write one like en-US.")
    return found.value


def _response(node: Node, version: str) -> ResponseType:
    chosen = choice(node, ResponseType)
    if version == "1.1" and chosen in _NEWER_RESPONSES:
        node.problem(f"{chosen} came with CAP 1.2.", "Send the alert as CAP 1.2.")
    return chosen


def _expires(node: Node, version: str) -> datetime | None:
    expires = time_of(node, "expires", version)
    onset = time_of(node, "onset", version) or time_of(node, "effective", version)
    if expires and onset and expires < onset:
        node.remark("The alert expires before it begins.", "It will not be shown as active.")
    return expires


def _link(node: Node, name: str) -> str:
    """An address that is safe to draw as a link; anything else is not kept."""
    found = node.one(name)
    if found is None or not found.value:
        return ""
    if _LINK.fullmatch(found.value):
        return found.value
    found.remark(f"{texts.quoted(found.value)} is no web address.", "It was not kept as a link.")
    return ""


def _resource(node: Node) -> Resource:
    return Resource(
        description=optional_text(node, "resourceDesc"),
        mime_type=optional_text(node, "mimeType"),
        size=_size(node.one("size")),
        uri=_link(node, "uri"),
        digest=optional_text(node, "digest"),
        embedded=node.one("derefUri") is not None,
    )


def _size(node: Node | None) -> int | None:
    if node is None:
        return None
    if not _INTEGER.fullmatch(node.value) or int(node.value) < 0:
        node.problem(f"{texts.quoted(node.value)} is not a size.", "Write the number of bytes.")
        return None
    return int(node.value)


def _area(node: Node, version: str) -> Area:
    return Area(
        description=_area_name(node),
        polygons=_figures(node.every("polygon"), places.polygon),
        circles=_figures(node.every("circle"), places.circle),
        geocodes=named_values(node, "geocode"),
        altitude=_height(node.one("altitude"), version),
        ceiling=_height(node.one("ceiling"), version),
    )


def _area_name(node: Node) -> str:
    found = node.one("areaDesc")
    if found is None or found.value:
        return free_text(found, TEXT_LENGTH)
    if any(node.every(kind) for kind in ("polygon", "circle", "geocode")):
        found.remark("The area has no name.", "It is shown by its outline or codes.")
    else:
        found.problem("The area has neither a name nor an outline nor a code.", "Say where it is.")
    return ""


def _figures(nodes: list[Node], read: Callable[[str], Figure]) -> tuple[Figure, ...]:
    figures = []
    for node in nodes:
        if not node.value and not node.children:
            node.remark(f"The {node.name} is empty.", "It was passed over.")
            continue
        try:
            figures.append(read(node.value))
        except places.NotAPlace as reason:
            node.problem(f"{texts.quoted(node.value, 40)} cannot be drawn.", str(reason))
    return tuple(figures)


def _height(node: Node | None, version: str) -> float | None:
    """Feet above sea level. CAP 1.1 allowed any text here, 1.2 only numbers."""
    if node is None:
        return None
    try:
        return places.number(node.value)
    except places.NotAPlace as reason:
        if version == "1.1":
            node.remark(f"{texts.quoted(node.value)} is no height.", "It was passed over.")
        else:
            node.problem(f"{texts.quoted(node.value)} is no height.", str(reason))
        return None
