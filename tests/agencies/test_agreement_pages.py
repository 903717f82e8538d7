"""Agreements on their pages: written, sent, signed, worded anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from agencies import reads
from agencies.models import Agreement, Clause, ClauseKind
from audit.models import Entry
from tests.agencies.acts import drafted, executed, hash_of, sent
from tests.agencies.browsers import as_sent, page, send, url
from tests.world import AMBULANCE, World

DIALOG = {"HX-Request": "true"}


def test_an_agreement_is_written_sent_and_signed_on_its_pages(world: World) -> None:
    begun = send(
        world.dora, "draft", title="Harbor and Bay", instrument="mutual_aid", tier="2",
        purpose="Help.", scope="Ambulances.", effective_at="2026-01-01T00:00", effect="quorum",
        quorum="2", expires_at="2090-01-01T00:00", renews_months="12", notice_days="60",
        signatory_title="Fire chief",
    )  # fmt: skip
    pk = Agreement.objects.get(title="Harbor and Bay").pk
    assert begun["Location"] == url("agreement", pk)
    send(world.dora, "add-party", pk, agency=world.bay_ems.pk, signatory_title="Director")
    _clauses(world, pk)

    assert send(world.dora, "send-agreement", pk, text_hash=hash_of(pk)).status_code == 302
    for signatory in (world.dora, world.dev):
        signed = send(signatory, "sign-agreement", pk, text_hash=hash_of(pk), read="on")
        assert signed.status_code == 302

    shown = page(world.dev, "agreement", pk).content
    assert b"In force" in shown
    assert b"commits to supply Harbor County Fire with up to 3 of" in shown


def test_nobody_signs_by_a_click(world: World) -> None:
    """RULE-MOU-02: what is signed, with which hash and in whose name, is said and affirmed."""
    pk = sent(world)
    asked = page(world.dev, "sign-agreement", pk).content.decode()
    assert hash_of(pk) in asked
    assert "sign it in the name of Bay City EMS" in asked
    assert "Dev Rao" in asked

    clicked = send(world.dev, "sign-agreement", pk, text_hash=hash_of(pk))

    assert clicked.status_code == 422
    assert not Agreement.objects.get(pk=pk).parties.filter(signatures__isnull=False).exists()


def test_a_new_clause_has_the_next_number(world: World) -> None:
    pk = drafted(world)
    highest = page(world.dora, "add-clause-of-kind", pk, "cost").context["form"].initial["number"]
    _clauses(world, pk, start=9)

    then = page(world.dora, "add-clause-of-kind", pk, "cost").context["form"].initial["number"]

    assert (highest, then) == ("3", str(9 + len(ClauseKind)))


def test_every_kind_of_clause_can_be_worded_anew_on_its_page(world: World) -> None:
    pk = drafted(world)
    _clauses(world, pk, start=3)

    for clause in Clause.objects.filter(agreement=pk, removed_at=None):
        filled = page(world.dora, "clause", pk, clause.pk).context["form"].initial
        before = _terms(world, pk, clause.number)
        answer = send(
            world.dora, "clause", pk, clause.pk, **{**as_sent(filled), "text": "Worded anew."}
        )
        assert answer.status_code == 302, answer.context["form"].errors
        assert _terms(world, pk, clause.number) == before


def test_a_clause_and_a_party_are_taken_out(world: World) -> None:
    pk = drafted(world)
    clause = Clause.objects.get(agreement=pk, number="2").pk
    send(world.dora, "add-party", pk, agency=world.northfield.pk, signatory_title="President")
    party = Agreement.objects.get(pk=pk).parties.get(agency=world.northfield).pk

    send(world.dora, "remove-clause", pk, clause)
    send(world.dora, "remove-party", pk, party)

    it = reads.agreement(world.dora, pk)
    assert ([c.number for c in it.clauses], len(it.parties)) == (["1"], 2)


def test_words_and_term_are_edited(world: World) -> None:
    pk = drafted(world)
    filled = page(world.dora, "edit-agreement", pk).context["form"].initial

    send(world.dora, "edit-agreement", pk, **{**as_sent(filled), "title": "Another title"})

    assert b"Another title" in page(world.dora, "agreement", pk).content


def test_what_was_changed_meanwhile_is_not_overwritten(world: World) -> None:
    pk = drafted(world)
    filled = as_sent(page(world.dora, "edit-agreement", pk).context["form"].initial)
    send(world.dora, "edit-agreement", pk, **{**filled, "title": "First"})

    answer = send(world.dora, "edit-agreement", pk, **{**filled, "title": "Second"})

    assert b"Someone changed this since you looked" in answer.content


def test_reopening_and_giving_up(world: World) -> None:
    pk = sent(world)

    send(world.dora, "reopen-agreement", pk, reason="A number was wrong.")
    send(world.dora, "abandon-agreement", pk, reason="Not needed.")

    assert Agreement.objects.get(pk=pk).status == "abandoned"


@pytest.mark.parametrize(
    "name", ["edit-agreement", "add-party", "send-agreement", "sign-agreement", "agreement"]
)
def test_to_a_stranger_an_agreement_is_not_there(world: World, name: str) -> None:
    pk = sent(world)

    assert page(world.ivy, name, pk).status_code == 404


def test_a_draft_is_not_there_for_its_other_party(world: World) -> None:
    pk = drafted(world)

    assert page(world.dora, "agreement", pk).status_code == 200
    assert page(world.dev, "agreement", pk).status_code == 404


def test_a_page_offers_only_what_one_may_do(world: World) -> None:
    pk = sent(world)

    assert b"Sign" in page(world.dev, "agreement", pk).content
    assert reads.agreement(world.dev, pk).may == {"check", "leave_table", "sign"}
    assert reads.agreement(world.cleo, pk).may == frozenset()
    assert reads.agreement(world.dora, pk).may == {
        *("abandon", "check", "reopen", "sign"),
    }


def test_a_clause_of_no_kind_is_not_there(world: World) -> None:
    assert page(world.dora, "add-clause-of-kind", drafted(world), "promise").status_code == 404


def test_looking_at_what_another_leads_leaves_a_record_with_it(world: World) -> None:
    page(world.dev, "agreement", executed(world))

    looked = Entry.objects.filter(stream=f"access:{world.harbor_fire.pk}")
    assert looked.exists()


RING = "44.9, -93.2\n44.9, -93.0\n45.1, -93.1"
MORE_KINDS: dict[str, dict[str, Any]] = {
    "auto_aid": {"first_due": "E4\nT2", "event_types": ["fire", "hazmat"], "area": RING},
    "command_model": {"operational": "requester", "administrative": "provider"},
    "powers": {"peace_officer": "on", "arrest": "limited", "limits": "On view only."},
    "insurance": {
        "insurance": "general", "minimum": "1000000", "currency": "USD",
        "certificate_until": "2027-03-01",
    },
    "liability": {"model": "own"},
    "term": {"renews_for_months": "12", "notice_days": "60", "survives": ["records"]},
    "signature_rule": {"rule": "quorum", "quorum": "2"},
    "precondition": {"declaration": "state", "eoc_level": "2"},
}  # fmt: skip


def _clauses(world: World, pk: UUID, start: int = 1) -> None:
    """A clause of every kind, through its form."""
    bay = {"giver": world.bay_ems.pk, "receiver": world.harbor_fire.pk}
    kinds: dict[str, dict[str, Any]] = {
        "request_right": {
            "lowest_priority": "routine", "positions": ["dispatcher"], "event_types": ["fire"],
            "area": RING, "declaration_required": "on",
        },
        "supply_duty": {
            **bay, "kind_1": AMBULANCE, "most_1": "3", "floor_1": "1", "hours_1": "24",
            "commitment_1": "committed",
        },
        "response_target": {
            "minutes_emergency": "5", "seen_emergency": "1", "there_emergency": "20",
            "minutes_urgent": "0.5", "counted_from": "accepted",
        },
        "data_share": {
            "category_1": "PII", "purpose_1": "incident",
            "category_2": "FIN", "purpose_2": "planning",
        },
        "cost": {"free_hours": "12", "rate_per_hour": "85.50", "currency": "USD"},
        **MORE_KINDS,
    }  # fmt: skip
    for number, (kind, terms) in enumerate(kinds.items(), start):
        words = {"number": str(number), "heading": kind, "text": "As agreed."}
        answer = send(world.dora, "add-clause-of-kind", pk, kind, **words, **terms)
        assert answer.status_code == 302, answer.context["form"].errors


def _terms(world: World, pk: UUID, number: str) -> dict[str, Any]:
    clauses = reads.agreement(world.dora, pk).clauses
    return next(clause.terms for clause in clauses if clause.number == number)
