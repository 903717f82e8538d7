"""Reading JSON that strangers send: strictly, and within bounds."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser

DEEPEST = 32
MOST_NODES = 10_000
LONGEST_TEXT = 64 * 1024
LONGEST_NUMBER = 20


class StrictJson(BaseParser):
    """JSON as RFC 8259 means it: UTF-8, no repeated keys, no NaN, an object at the top."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        if _charset(media_type or "") not in {"", "utf-8", "utf8"}:
            raise UnsupportedMediaType(media_type or "")
        try:
            found = json.loads(
                stream.read().decode("utf-8"),
                object_pairs_hook=_without_repeats,
                parse_constant=_refuse_constant,
                parse_int=_whole,
                parse_float=_fraction,
            )
        except (UnicodeDecodeError, ValueError, RecursionError) as wrong:
            raise ParseError(_("This is not JSON that can be used: %s") % _words(wrong)) from wrong
        if not isinstance(found, dict):
            raise ParseError(_("Send a JSON object."))
        _bounded(found)
        return found


def _charset(media_type: str) -> str:
    for part in media_type.split(";")[1:]:
        name, _equals, said = part.partition("=")
        if name.strip().lower() == "charset":
            return said.strip().strip('"').lower()
    return ""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(_("a key is repeated"))
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(_("%s is not a number") % name)


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(_("a number is too long"))
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits)
    if len(digits) > 2 * LONGEST_NUMBER or not math.isfinite(found):
        raise ValueError(_("a number is too large"))
    return found


def _words(wrong: Exception) -> str:
    if isinstance(wrong, RecursionError):
        return _("it is nested too deeply")
    if isinstance(wrong, UnicodeDecodeError):
        return _("it is not UTF-8")
    return str(wrong)


def _bounded(found: Any) -> None:
    """Refuse what is too deep, too many or too long, without recursion."""
    waiting: list[tuple[Any, int]] = [(found, 1)]
    nodes = 0
    while waiting:
        node, depth = waiting.pop()
        nodes += 1
        if depth > DEEPEST or nodes > MOST_NODES:
            raise ParseError(_("It is nested too deeply or has too many parts."))
        if isinstance(node, str):
            _bounded_text(node)
        elif isinstance(node, dict):
            waiting.extend((part, depth + 1) for pair in node.items() for part in pair)
        elif isinstance(node, list):
            waiting.extend((part, depth + 1) for part in node)


def _bounded_text(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise ParseError(_("A text is too long."))
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ParseError(_("A text contains characters that cannot be stored."))
