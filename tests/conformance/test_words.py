"""Words that outlive the code: facts are never renamed, refusals say what is wrong."""

from __future__ import annotations

import json
import os
from dataclasses import fields

import pytest

from audit.facts import KINDS, UNTOLD, Fact
from audit.refusals import Refusal
from tests.conformance.source import ROOT

LOCK = ROOT / "tests" / "facts.lock.json"
OURS = {kind: fact for kind, fact in KINDS.items() if not kind.startswith("tests.")}


def every(kind: type[Refusal]) -> list[type[Refusal]]:
    return [kind, *(below for sub in kind.__subclasses__() for below in every(sub))]


@pytest.mark.parametrize("refusal", every(Refusal), ids=lambda refusal: refusal.__name__)
def test_a_refusal_is_a_sentence(refusal: type[Refusal]) -> None:
    said = (refusal.__doc__ or "").strip()

    assert said[:1].isupper()
    assert said.endswith(".")


@pytest.mark.parametrize("kind", list(OURS))
def test_a_fact_is_explained(kind: str) -> None:
    said = OURS[kind].__doc__ or ""

    assert said.strip()
    assert not said.startswith(OURS[kind].__name__ + "(")


def test_facts_are_never_renamed_and_lose_no_field() -> None:
    """Run with UPDATE_FACTS=1 to record new facts and new fields, never to drop one."""
    now = {kind: shape(fact) for kind, fact in sorted(OURS.items())}
    before = json.loads(LOCK.read_text()) if LOCK.exists() else {}
    if os.environ.get("UPDATE_FACTS"):
        LOCK.write_text(json.dumps(before | now, indent=1, sort_keys=True) + "\n")
        before |= now

    lost = {
        kind: set(was) - set(now.get(kind, {}))
        for kind, was in before.items()
        if set(was) - set(now.get(kind, {}))
    }
    assert not lost, "a fact or a field of one is gone"
    assert before == now, "UPDATE_FACTS=1 records what is new"


def shape(fact: type[Fact]) -> dict[str, str]:
    return {field.name: str(field.type) for field in fields(fact) if field.name not in UNTOLD}
