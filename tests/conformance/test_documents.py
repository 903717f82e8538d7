"""What is written about the house stands as it says: decisions, and rules of the field."""

from __future__ import annotations

import re
from typing import get_args

from agencies.typing.catalogue import Card
from tests.conformance.source import PACKAGES, ROOT, modules

DECISIONS = ROOT / "docs" / "decisions"
NAMED = re.compile(r"RULE-[A-Z0-9]+-\d+")


def test_decisions_are_numbered_once_each_and_listed() -> None:
    written = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")

    listed = re.findall(r"^(\d+)\. \[(.+)\]\((.+)\)$", (DECISIONS / "README.md").read_text(), re.M)

    headings = [path.read_text().partition("\n")[0] for path in written]
    assert [f"# {number}. {title}" for number, title, _path in listed] == headings
    assert [path for _number, _title, path in listed] == [path.name for path in written]
    assert [int(number) for number, *_rest in listed] == list(range(1, len(written) + 1))


def test_a_rule_that_code_keeps_is_named_by_a_test() -> None:
    kept = {
        rule for path in modules(*PACKAGES) for rule in NAMED.findall((ROOT / path).read_text())
    }

    tested = {
        rule for path in modules("tests") for rule in NAMED.findall((ROOT / path).read_text())
    }

    assert kept
    assert kept <= tested


def test_every_card_of_the_catalogue_has_its_sign() -> None:
    drawn = (ROOT / "frontend" / "assets" / "icons.svg").read_text()

    assert set(get_args(Card)) <= set(re.findall(r'symbol id="([a-z-]+)"', drawn))
