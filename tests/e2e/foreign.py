"""A made-up language in which no letter is Latin, so that whatever is left is ours untranslated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from playwright.sync_api import Page, Route

from tests.conformance.source import ROOT

ISLANDS: Final = ROOT / "frontend" / "src"
ONE: Final = re.compile(r'\bgettext\(\s*"((?:[^"\\]|\\.)*)"')
TWO: Final = re.compile(r'\bngettext\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"')
KEPT: Final = re.compile(r"(%\(\w+\)s)")
LATIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
FOREIGN: Final = str.maketrans(LATIN, "αβγδεζηθικλμνξοπρστυφχψωάέ" * 2)
SNAPSHOT: Final = re.compile(r'(<script type="application/json">)(.*?)(</script>)', re.DOTALL)
# What people typed or are called: data, which nobody translates.
SAID: Final = frozenset(
    {"agency_name", "agency_code", "agreement_title", "author", "call_sign", "clause"}
    | {"clause_title", "commander", "deliver_to", "from_name", "incident_name", "incident_number"}
    | {"holder", "kind_label", "kind_name", "leader", "name", "note", "number", "order_number"}
    | {"place", "request_number", "requested_by", "requested_by_agency", "state_label"}
    | {"status_label", "supervisor", "text", "tier_label", "title", "to_name"}
)


def foreign(words: str) -> str:
    """The words in the made-up language; what is filled in keeps its place."""
    return "".join(
        piece if KEPT.fullmatch(piece) else piece.translate(FOREIGN) for piece in KEPT.split(words)
    )


def catalogue() -> dict[str, str | list[str]]:
    """Every word of the islands, in the made-up language."""
    sources = [path.read_text() for path in sorted(ISLANDS.rglob("*.ts"))]
    single = {one: foreign(one) for text in sources for one in map(json_said, ONE.findall(text))}
    plural = {
        one: [foreign(one), foreign(many)] for text in sources for one, many in TWO.findall(text)
    }
    return {**single, **plural}


def json_said(quoted: str) -> str:
    said: str = json.loads(f'"{quoted}"')
    return said


def speak(page: Page, path: str) -> None:
    """Have a page speak the made-up language, its data included."""

    def answer(route: Route) -> None:
        told = route.fetch()
        words = json.dumps(catalogue()).replace("<", "\\u003C")
        body = told.text().replace(
            "</head>", f'<script type="application/json" id="words">{words}</script></head>'
        )
        route.fulfill(response=told, body=SNAPSHOT.sub(_translated, body))

    page.route(f"**{path}", answer)


def latin(page: Page, part: str) -> set[str]:
    """Every Latin word that a part of the page says, shown or told to a screen reader."""
    told: list[str] = page.locator(part).evaluate(
        """part => [...part.querySelectorAll('*')].flatMap(each => [
             ...['aria-label', 'title', 'placeholder', 'alt'].map(name => each.getAttribute(name)),
             ...(each.localName === 'script' ? [] : [...each.childNodes]
               .filter(child => child.nodeType === Node.TEXT_NODE).map(child => child.data)),
           ]).filter(Boolean)"""
    )
    return {word for words in told for word in re.findall(r"[A-Za-z]{2,}", words)}


def _translated(found: re.Match[str]) -> str:
    before, text, after = found.groups()
    frame = json.loads(text)
    frame["rows"] = {key: dict(_row(row)) for key, row in frame["rows"].items()}
    return before + json.dumps(frame).replace("<", "\\u003C") + after


def _row(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield name, dict(_row(value))
        else:
            yield name, foreign(value) if name in SAID and isinstance(value, str) else value
