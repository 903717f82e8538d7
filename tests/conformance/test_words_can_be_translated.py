"""What people read is looked up in a catalog, so that it can be said in their language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import trans_real

from audit.facts import Fact
from audit.refusals import Refusal
from tests.conformance.source import PACKAGES, modules, tree

# What browsers, forms and the API show of a field or of a page.
SHOWN = frozenset({"label", "help_text", "placeholder", "empty_label", "required_message"})
# Messages of other systems are answered in the words of the standards that they are written in.
FOREIGN = "exchange"


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=str)
def test_no_sentence_for_people_is_a_plain_literal(path: Path) -> None:
    if FOREIGN in path.parts:
        pytest.skip("it answers other systems")
    plain = [f"{one.lineno}: {ast.unparse(one)}" for one in said(path) if is_sentence(one)]

    assert plain == []


def test_a_refusals_own_sentence_is_looked_up() -> None:
    trans_real.translation("en-us")._catalog.update(Catalog({"Too wet to burn.": "Zu naß."}))

    assert str(TooWet()) == "Zu naß."


def test_what_a_line_means_of_which_no_more_may_be_told_is_looked_up() -> None:
    plain = "A question was answered, or a document read."
    trans_real.translation("en-us")._catalog.update(Catalog({plain: "Eine Antwort."}))

    assert WasAnswered.meaning() == "Eine Antwort."


class TooWet(Refusal):
    """Too wet to burn."""


class WasAnswered(Fact):
    """A question was answered, or a document read.

    Never told anywhere.
    """


class Catalog:
    """A catalog of one's own, in the shape in which Django merges them."""

    def __init__(self, said: dict[str, str]) -> None:
        self._catalog = said

    def plural(self, number: int) -> int:
        return 0


def said(path: Path) -> Iterator[ast.expr]:
    """What a module says to people: the sentences of its refusals and the labels of its forms."""
    module = import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if is_refusal(module, node.func):
                yield from node.args
            yield from (one.value for one in node.keywords if one.arg in SHOWN)


def is_refusal(module: Any, called: ast.expr) -> bool:
    named = getattr(module, called.id, None) if isinstance(called, ast.Name) else None
    return isinstance(named, type) and issubclass(named, Refusal)


def is_sentence(node: ast.expr) -> bool:
    """Words in a row, as they stand or put together; what ``gettext`` is called with is a call."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return any(isinstance(one, ast.Constant) and " " in str(one.value).strip() for one in parts)
