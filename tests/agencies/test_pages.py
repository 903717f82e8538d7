"""Every page of this app, for those who may and those who may not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from agencies import reads
from agencies.models import Account, Agreement, Clause, Resource, Seat
from audit.actors import Actor
from audit.models import Entry
from tests.agencies.acts import drafted, executed, hash_of, sent
from tests.world import AMBULANCE, ENGINE, World

DIALOG = {"HX-Request": "true"}


def as_(actor: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


def url(name: str, *place: object) -> str:
    return reverse(f"agencies:{name}", args=place)


def page(actor: Actor, name: str, /, *place: object, **query: str) -> Any:
    return as_(actor).get(url(name, *place), query)


def send(actor: Actor, name: str, /, *place: object, **said: Any) -> Any:
    return as_(actor).post(url(name, *place), said)


@pytest.mark.parametrize(
    "name",
    ["mine", "directory", "tokens", "issue-token", "resources", "agreements", "who-looked"],
)
@pytest.mark.parametrize("who", ["ana", "dora", "cleo", "dev", "ivy"])
def test_what_every_member_may_open(world: World, who: str, name: str) -> None:
    assert page(getattr(world, who), name).status_code == 200


@pytest.mark.parametrize(
    ("name", "who", "status"),
    [
        ("security", "ana", 403),
        ("security", "dora", 403),
        ("security", "dev", 200),
        ("trail", "ana", 403),
        ("trail", "dora", 200),
        ("trail", "dev", 200),
    ],
)
def test_those_who_check_have_pages_of_their_own(
    world: World, name: str, who: str, status: int
) -> None:
    assert page(getattr(world, who), name).status_code == status


def test_pages_are_kept_by_no_cache(world: World) -> None:
    assert page(world.ana, "mine")["Cache-Control"] == "no-store"


def test_a_form_opens_in_the_dialog_and_as_a_page(world: World) -> None:
    browser = as_(world.dora)

    alone = browser.get(url("add-resource"))
    inside = browser.get(url("add-resource"), headers=DIALOG)

    assert b"<html" in alone.content
    assert b"<html" not in inside.content
    assert b'hx-target="#sheet-body"' in inside.content


def test_an_admin_adds_a_resource_and_sees_it_in_the_list(world: World) -> None:
    answer = send(world.dora, "add-resource", call_sign="E7", kind=ENGINE, type="1", personnel="4")

    assert answer.status_code == 302
    assert b"E7" in page(world.dora, "resources").content


def test_within_the_dialog_one_is_taken_onward(world: World) -> None:
    answer = as_(world.dora).post(
        url("add-resource"), {"call_sign": "E7", "kind": ENGINE, "personnel": "4"}, headers=DIALOG
    )

    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/resources/")


def test_a_button_pressed_twice_adds_one(world: World) -> None:
    said = {"call_sign": "E7", "kind": ENGINE, "personnel": "4", "idempotency_key": "once"}

    assert send(world.dora, "add-resource", **said).status_code == 302
    assert send(world.dora, "add-resource", **said).status_code == 302

    assert Resource.objects.filter(call_sign="E7").count() == 1


def test_what_is_refused_stays_filled_in_and_says_why(world: World) -> None:
    answer = send(world.dora, "add-resource", call_sign="E1", kind=ENGINE, personnel="4")

    assert answer.status_code == 422
    assert b"has a resource with this call sign" in answer.content
    assert b'value="E1"' in answer.content


def test_who_may_not_is_told_so_and_nothing_changes(world: World) -> None:
    answer = send(world.ana, "add-resource", call_sign="E7", kind=ENGINE, personnel="4")

    assert answer.status_code == 403
    assert not Resource.objects.filter(call_sign="E7").exists()


def test_resources_are_filtered_by_kind_and_readiness(world: World) -> None:
    assert b"M21" in page(world.dev, "resources", kind=AMBULANCE).content
    assert b"M21" not in page(world.dev, "resources", kind=ENGINE).content
    assert b"M21" not in page(world.dev, "resources", status="out_of_service").content


def test_an_engine_goes_out_of_service_by_its_captain(world: World) -> None:
    engine = world.engines[0].pk

    send(world.ben, "readiness", engine, to="out_of_service", reason="Pump")

    assert b"Pump" in page(world.ben, "resources").content


@pytest.mark.parametrize("name", ["resource", "readiness", "retire-resource"])
def test_another_agencys_resource_is_not_there(world: World, name: str) -> None:
    engine = world.engines[0].pk

    assert page(world.dora, name, engine).status_code == 200
    assert page(world.dev, name, engine).status_code == 404
    assert send(world.dev, name, engine).status_code == 404


def test_a_resource_is_edited_and_retired(world: World) -> None:
    engine = world.engines[0].pk
    filled = page(world.dora, "resource", engine).context["form"].initial

    send(world.dora, "resource", engine, **{**_sent(filled), "home_base": "Station 9"})
    send(world.dora, "retire-resource", engine)

    retired = Resource.objects.get(pk=engine)
    assert (retired.home_base, retired.status) == ("Station 9", "retired")


def test_an_admin_runs_the_agency(world: World) -> None:
    ben = world.ben.member_id
    send(
        world.dora, "add-member", name="Eve Park", email="eve@hcf.example",
        seats=["dispatcher"], password="a quite long new password",
    )  # fmt: skip
    send(world.dora, "give-seat", ben, kind="auditor")
    send(world.dora, "suspend-member", ben, reason="Leave")
    suspended = page(world.dora, "mine").content
    send(world.dora, "restore-member", ben)

    assert b"Eve Park" in suspended
    assert b"Suspended" in suspended
    assert b"Suspended" not in page(world.dora, "mine").content


def test_a_seat_is_taken(world: World) -> None:
    seat = next(m for m in reads.members(world.dora) if m.name == "Ben Okafor").seats[0]

    send(world.dora, "take-seat", seat.id)

    assert Seat.objects.get(pk=seat.id).until is not None


def test_the_agency_is_edited_and_lists_its_contacts(world: World) -> None:
    filled = page(world.dora, "edit").context["form"].initial
    send(world.dora, "edit", **{**_sent(filled), "phone": "555-0199"})
    send(
        world.dora, "contacts", **{
            "contacts-TOTAL_FORMS": "2", "contacts-INITIAL_FORMS": "0",
            "contacts-0-purpose": "Dispatch desk", "contacts-0-name": "Duty dispatcher",
        },
    )  # fmt: skip

    shown = page(world.ana, "mine").content
    assert b"555-0199" in shown
    assert b"Duty dispatcher" in shown


def test_ones_own_password_is_changed_and_this_session_goes_on(world: World) -> None:
    browser, other = as_(world.ana), as_(world.ana)

    answer = browser.post(
        url("set-password", world.ana.member_id),
        {"old": "correct horse battery staple", "password": "a quite long new password"},
    )

    assert answer.status_code == 302
    assert browser.get(url("mine")).status_code == 200
    assert other.get(url("mine")).status_code == 302


def test_a_token_is_shown_once(world: World) -> None:
    answer = send(world.ana, "issue-token", name="CAD", expires_at="2026-12-24T12:00")

    assert b"muster_" in answer.content
    shown = page(world.ana, "tokens")
    assert b"CAD" in shown.content
    assert b"muster_" not in shown.content
    token = shown.context["tokens"][0].id
    send(world.ana, "revoke-token", token)
    assert b"Revoked" in page(world.ana, "tokens").content


def test_an_agreement_is_written_sent_and_signed_on_its_pages(world: World) -> None:
    begun = send(
        world.dora, "draft", title="Harbor and Bay", instrument="mutual_aid", tier="2",
        purpose="Help.", scope="Ambulances.", effective_at="2026-01-01T00:00", effect="all",
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
    assert b"supplies Harbor County Fire with up to 3 of" in shown


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
    highest = page(world.dora, "add-clause", pk, "cost").context["form"].initial["number"]
    _clauses(world, pk, start=9)

    then = page(world.dora, "add-clause", pk, "cost").context["form"].initial["number"]

    assert (highest, then) == ("3", "14")


def test_every_kind_of_clause_can_be_worded_anew_on_its_page(world: World) -> None:
    pk = drafted(world)
    _clauses(world, pk, start=3)

    for clause in Clause.objects.filter(agreement=pk, removed_at=None):
        filled = page(world.dora, "clause", pk, clause.pk).context["form"].initial
        before = _terms(world, pk, clause.number)
        answer = send(
            world.dora, "clause", pk, clause.pk, **{**_sent(filled), "text": "Worded anew."}
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

    send(world.dora, "edit-agreement", pk, **{**_sent(filled), "title": "Another title"})

    assert b"Another title" in page(world.dora, "agreement", pk).content


def test_what_was_changed_meanwhile_is_not_overwritten(world: World) -> None:
    pk = drafted(world)
    filled = _sent(page(world.dora, "edit-agreement", pk).context["form"].initial)
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
    assert reads.agreement(world.dev, pk).may == {"sign"}
    assert reads.agreement(world.cleo, pk).may == frozenset()
    assert reads.agreement(world.dora, pk).may == {"sign", "reopen", "abandon"}


def test_a_clause_of_no_kind_is_not_there(world: World) -> None:
    assert page(world.dora, "add-clause", drafted(world), "liability").status_code == 404


def test_looking_at_what_another_leads_leaves_a_record_with_it(world: World) -> None:
    page(world.dev, "agreement", executed(world))

    looked = Entry.objects.filter(stream=f"access:{world.harbor_fire.pk}")
    assert looked.exists()


def _clauses(world: World, pk: UUID, start: int = 1) -> None:
    """A clause of every kind, through its form."""
    bay = {"giver": world.bay_ems.pk, "receiver": world.harbor_fire.pk}
    kinds: dict[str, dict[str, Any]] = {
        "request_right": {"lowest_priority": "routine"},
        "supply_duty": {**bay, "kind_1": AMBULANCE, "most_1": "3", "floor_1": "1"},
        "response_target": {"minutes_emergency": "5", "minutes_urgent": "0.5"},
        "data_share": {
            "category_1": "PII", "purpose_1": "incident",
            "category_2": "FIN", "purpose_2": "planning",
        },
        "cost": {"free_hours": "12", "rate_per_hour": "85.50", "currency": "USD"},
    }  # fmt: skip
    for number, (kind, terms) in enumerate(kinds.items(), start):
        words = {"number": str(number), "heading": kind, "text": "As agreed."}
        answer = send(world.dora, "add-clause", pk, kind, **words, **terms)
        assert answer.status_code == 302, answer.context["form"].errors


def _terms(world: World, pk: UUID, number: str) -> dict[str, Any]:
    clauses = reads.agreement(world.dora, pk).clauses
    return next(clause.terms for clause in clauses if clause.number == number)


def _sent(initial: dict[str, Any]) -> dict[str, Any]:
    """What a browser would send of a form that is filled in."""
    return {
        name: value.strftime("%Y-%m-%dT%H:%M") if hasattr(value, "strftime") else value
        for name, value in initial.items()
        if value is not None
    }
