"""Facts as sentences, for people who read what happened.

Each app registers how its facts read. Rows are what the reader may see of the
things that a fact names, each under its key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from audit.facts import KINDS, Fact

Rows = Mapping[str, Mapping[str, Any]]
Sentence = Callable[[Any, Rows], str]

SENTENCES: dict[str, Sentence] = {}


def says(of: type[Fact]) -> Callable[[Sentence], Sentence]:
    """Register how a fact reads."""

    def register(sentence: Sentence) -> Sentence:
        SENTENCES[of.kind] = sentence
        return sentence

    return register


def sentence(fact: Fact, rows: Rows) -> str:
    """How the fact reads; where nobody said, what its kind means."""
    said = SENTENCES.get(fact.kind)
    return said(fact, rows) if said else fact.meaning()


def retold(kind: str, payload: Mapping[str, Any], rows: Rows) -> str:
    """How a line of a ledger reads."""
    return sentence(KINDS[kind].retold(payload), rows) if kind in KINDS else kind


def shown(value: Any, otherwise: str = "") -> str:
    """A field in a sentence; one that is not shared says what it is."""
    if isinstance(value, Mapping):
        return _("(not shared: %(category)s)") % {"category": value.get("withheld", "")}
    return str(value) if value not in (None, "") else otherwise


def kind_label(kind: str) -> str:
    """``incidents.command_transferred`` as people say it: Command transferred."""
    return kind.rpartition(".")[2].replace("_", " ").capitalize()


def by_words(kinds: list[str]) -> list[tuple[str, str]]:
    """Kinds of lines with their words, in the order of these."""
    return sorted(((kind, kind_label(kind)) for kind in kinds), key=lambda pair: pair[1])
