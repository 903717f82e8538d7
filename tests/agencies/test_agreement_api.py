"""Agreements by API: made between two systems, signed by people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Agreement, Clause, Signature
from tests.agencies.acts import drafted, hash_of, sent
from tests.agencies.systems import Browser, System
from tests.world import AMBULANCE, ENGINE, World

E7 = {"call_sign": "E7", "kind": ENGINE, "type": 1, "personnel": 4}


@pytest.fixture
def dora(world: World) -> System:
    return System(world.dora)


@pytest.fixture
def dev(world: World) -> System:
    return System(world.dev)


def test_an_agreement_is_made_between_two_systems_and_signed_by_people(
    world: World, dora: System, dev: System
) -> None:
    now = timezone.now()
    pk = dora.act(
        "agreements/",
        {
            "title": "Aid", "instrument": "mou", "tier": 2, "purpose": "Help.", "scope": "All.",
            "effective_at": now.isoformat(), "signatory_title": "Fire chief",
            "expires_at": (now + timedelta(days=900)).isoformat(), "renews_months": 12,
            "notice_days": 60, "effect": "quorum", "quorum": 2,
        },
    ).json()["agreement"]  # fmt: skip
    bay = str(world.bay_ems.pk)
    dora.act(f"agreements/{pk}/parties/", {"agency": bay, "signatory_title": "Director"})
    for clause in _clauses(bay):
        assert dora.act(f"agreements/{pk}/clauses/", clause).status_code == 201, clause
    shown = dora.look(f"agreements/{pk}/").json()
    dora.act(f"agreements/{pk}/send/", {"text_hash": shown["text_hash"]})

    signing = {"text_hash": shown["text_hash"]}
    by_token = dora.act(f"agreements/{pk}/signatures/", signing)
    first = Browser(world.dora).act(f"agreements/{pk}/signatures/", signing)
    last = Browser(world.dev).act(f"agreements/{pk}/signatures/", signing)

    assert (by_token.status_code, first.status_code) == (403, 201)
    assert last.json()["facts"][1]["kind"] == "agencies.agreement_executed"
    assert dev.look(f"agreements/{pk}/").json()["state"] == "in_force"
    assert Signature.objects.filter(party__agreement=pk).count() == 2


def test_a_clause_is_shown_as_it_was_sent(world: World, dora: System) -> None:
    pk = drafted(world)
    for n, clause in enumerate(_clauses(str(world.bay_ems.pk)), 10):
        dora.act(f"agreements/{pk}/clauses/", {**clause, "number": str(n)})

    shown = dora.look(f"agreements/{pk}/").json()["clauses"][2:]

    assert [clause["terms"] for clause in shown[:-1]] == [
        clause["terms"] for clause in _clauses(str(world.bay_ems.pk))[:-1]
    ]


@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"supplies": []},
        {"supplies": [{"kind": AMBULANCE}]},
        {"supplies": [{"kind": AMBULANCE, "max_quantity": 0}]},
        {"supplies": [{"kind": "no", "max_quantity": 1}]},
        {"supplies": [{"kind": AMBULANCE, "max_quantity": 1, "price": 3}]},
        {"answers": []},
        {"supplies": "all"},
    ],
)
def test_terms_that_cannot_be_kept_are_refused(
    world: World, dora: System, terms: dict[str, Any]
) -> None:
    clause = {"number": "9", "heading": "H", "text": "T", "kind": "supply_duty", "terms": terms}

    answer = dora.act(f"agreements/{drafted(world)}/clauses/", clause)

    assert answer.status_code in {400, 422}


def test_drafts_are_edited_by_api(world: World, dora: System) -> None:
    pk = drafted(world)
    clause = Clause.objects.get(agreement=pk, number="1").pk
    words = {"number": "1", "heading": "H", "text": "T", "kind": "cost", "terms": {}}

    anew = dora.act(f"clauses/{clause}/", words, method="put").json()["clause"]
    dora.act(f"clauses/{anew}/", method="delete")
    gone = dora.act(f"clauses/{anew}/", method="delete")

    assert (gone.status_code, gone.json()["type"]) == (409, "/problems/changed_since")
    left = Clause.objects.filter(agreement=pk, removed_at=None)
    assert list(left.values_list("number", flat=True)) == ["2"]


def test_reopening_and_giving_up_by_api(world: World, dora: System) -> None:
    pk = sent(world)

    dora.act(f"agreements/{pk}/reopen/", {"reason": "A number was wrong."})
    dora.act(f"agreements/{pk}/abandon/", {"reason": "Not needed."})

    assert Agreement.objects.get(pk=pk).status == "abandoned"


def test_a_text_that_changed_is_a_conflict(world: World) -> None:
    answer = Browser(world.dev).act(
        f"agreements/{sent(world)}/signatures/", {"text_hash": "0" * 64}
    )

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/text_changed")


def test_the_hash_that_is_shown_is_the_hash_of_the_text(world: World, dora: System) -> None:
    pk = drafted(world)

    assert dora.look(f"agreements/{pk}/").json()["text_hash"] == hash_of(pk)


def _clauses(bay: str) -> list[dict[str, Any]]:
    terms: dict[str, dict[str, Any]] = {
        "request_right": {
            "lowest_priority": "urgent",
            "positions": ["incident_commander", "dispatcher"],
            "event_types": ["fire"],
            "area": [[44.9, -93.2], [44.9, -93.0], [45.1, -93.1]],
            "declaration_required": True,
        },
        "supply_duty": {
            "supplies": [{"kind": AMBULANCE, "type": None, "max_quantity": 3, "drawdown_floor": 1}]
        },
        "response_target": {"answers": [{"priority": "emergency", "seconds": 300}]},
        "data_share": {"shares": [{"category": "PII", "purpose": "incident"}]},
        "auto_aid": {
            "area": [[44.9, -93.2], [44.9, -93.0], [45.1, -93.1]],
            "event_types": ["fire", "hazmat"],
            "first_due": ["E4", "T2"],
        },
        "command_model": {
            "operational": "requester",
            "administrative": "provider",
            "recall_notice_hours": 4,
        },
        "powers": {"peace_officer": True, "arrest": "limited", "limits": "On view.", "policy": ""},
        "insurance": {
            "insurance": "general",
            "minimum": "1000000.00",
            "currency": "USD",
            "certificate_until": "2027-03-01",
        },
        "liability": {"model": "own"},
        "term": {"renews_for_months": 12, "notice_days": 60, "survives": ["records"]},
        "signature_rule": {"rule": "quorum", "quorum": 2},
        "precondition": {"declaration": "state", "eoc_level": 2},
        "cost": {"free_hours": "12.00"},
    }
    return [
        {
            "number": str(number), "heading": kind, "text": "As agreed.", "kind": kind,
            "giver": bay, "terms": said,
        }
        for number, (kind, said) in enumerate(terms.items(), 1)
    ]  # fmt: skip
