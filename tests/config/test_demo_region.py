"""The demo region holds together, and its ladder of aid tells a story."""

from collections import Counter
from datetime import timedelta

import pytest

from agencies.typing import catalogue
from config.demo.region import REGION
from config.demo.resources import ALS, ENGINE
from config.demo.shapes import Agency, Contact, Person, ResponseTerm, ShareTerm, SupplyTerm

DISCIPLINES = {
    *("law_enforcement", "fire", "ems", "emergency_management", "public_health"),
    *("prosecutor", "social_services", "school", "transportation", "utility", "ngo_private"),
}
CODES = {agency.code for agency in REGION.agencies}
UNITS = {resource.key: resource for resource in REGION.resources}


def test_every_discipline_has_an_agency_and_every_code_is_given_once():
    assert {agency.discipline for agency in REGION.agencies} == DISCIPLINES
    assert len(CODES) == len(REGION.agencies) == 18


def test_every_agency_has_somebody_in_every_seat():
    seats = {(person.agency, seat) for person in REGION.people for seat in person.seats}

    wanted = {"dispatcher", "commander", "admin", "signatory", "auditor"}
    assert seats == {(code, seat) for code in CODES for seat in wanted}


def test_no_two_people_share_a_name_or_a_sign_in():
    assert len({person.email for person in REGION.people}) == len(REGION.people) == 91
    assert len({person.name for person in REGION.people}) == 91


def test_phones_and_addresses_can_reach_nobody_real():
    contacts = [contact for agency in REGION.agencies for contact in agency.contacts]
    reached: list[Contact | Person | Agency] = [*contacts, *REGION.people, *REGION.agencies]
    phones = [one.phone for one in reached]
    addresses = [one.email for one in reached]

    assert [phone for phone in phones if not phone.startswith("555-01")] == []
    assert [phone for phone in phones if len(phone) != len("555-0100")] == []
    assert [address for address in addresses if not address.endswith(".example")] == []


def test_resources_are_typed_by_the_catalogue_and_staffed_to_its_minimum():
    short = [one.key for one in REGION.resources if one.personnel < _minimum(one.kind, one.type)]

    assert len(UNITS) == len(REGION.resources) >= 60
    assert short == []
    assert {one.agency for one in REGION.resources} == CODES


def test_agreements_name_agencies_and_kinds_that_exist():
    known = {kind.code: {None, *(one.number for one in kind.types)} for kind in catalogue.kinds()}
    terms = [(term.kind, term.type) for _, _, term in _terms(SupplyTerm)]

    assert {party.agency for one in REGION.agreements for party in one.parties} <= CODES
    assert len(terms) > 20
    assert [code for code, number in terms if number not in known.get(code, ())] == []


@pytest.mark.parametrize("one", REGION.agreements, ids=lambda one: one.title)
def test_clauses_bind_parties_of_their_agreement_and_are_numbered_once(one):
    parties = {party.agency for party in one.parties}
    bound = {side for clause in one.clauses for side in (clause.giver, clause.receiver)}
    numbers = [clause.number for clause in one.clauses]

    assert bound - {None} <= parties
    assert one.led_by in parties
    assert len(numbers) == len(set(numbers))
    assert all(clause.terms and len(clause.text) > 40 for clause in one.clauses)


def test_a_giver_owns_what_it_promises_and_its_floor_too():
    unkept = [
        (clause.number, term.kind)
        for _, clause, term in _terms(SupplyTerm)
        if _owned(clause.giver, term.kind, term.type) < term.max_quantity + term.drawdown_floor
    ]

    assert unkept == []


def test_answers_are_due_sooner_the_more_it_presses():
    due = {
        one.title: {term.priority: term.answer_within for term in clause.terms}
        for one, clause, _ in _terms(ResponseTerm)
    }

    assert len(due) == 7
    assert [by for by in due.values() if not timedelta(0) < by["emergency"] < by["urgent"]] == []
    assert [by for by in due.values() if not by["urgent"] < by["routine"]] == []


def test_only_the_expired_agreement_is_over_and_no_other_ends_within_a_year():
    over = [one.title for one in REGION.agreements if one.expires_days < 0]
    soon = [one.title for one in REGION.agreements if 0 <= one.expires_days < 366]

    assert over == ["Tamarack Evacuation Bus Agreement"]
    assert soon == []
    assert all(one.effective_days < one.expires_days for one in REGION.agreements)


def test_one_agreement_is_unsigned_and_the_rest_are_signed_by_all():
    signed = {one.title: {party.signed for party in one.parties} for one in REGION.agreements}

    unsigned = [title for title, marks in signed.items() if marks == {False}]
    assert unsigned == ["Gas and Electric Emergency Understanding"]
    assert Counter(len(marks) for marks in signed.values()) == {1: 8}


def test_the_school_shows_police_education_records_for_an_incident_and_nothing_else():
    shares = [
        (clause.giver, clause.receiver, term.category, term.purpose)
        for one, clause, term in _terms(ShareTerm)
        if one.led_by == "PESD"
    ]

    assert shares == [("PESD", "PEPD", "EDU", "incident")]


def test_six_engines_need_the_neighbor_the_region_and_the_state():
    by_tier = _promised_to("PEFD", ENGINE, 1)

    assert by_tier == {1: 1, 3: 2, 4: 4}


def test_five_paramedic_ambulances_need_the_neighbor_and_the_region():
    by_tier = _promised_to("PEFD", ALS, 1)

    assert by_tier == {1: 1, 3: 4, 4: 2}


def _minimum(code, number):
    """Minimum people of a kind and type; a KeyError where there is none such."""
    kind = catalogue.kind(code)
    return (kind.type(number).personnel or 0) if number else 0


def _terms(shape):
    return [
        (one, clause, term)
        for one in REGION.agreements
        for clause in one.clauses
        for term in clause.terms
        if isinstance(term, shape)
    ]


def _owned(agency, kind, number):
    return sum((one.agency, one.kind, one.type) == (agency, kind, number) for one in UNITS.values())


def _promised_to(agency, kind, number):
    found: Counter[int] = Counter()
    for one, clause, term in _terms(SupplyTerm):
        parties = {party.agency for party in one.parties}
        if agency in parties - {clause.giver} and (term.kind, term.type) == (kind, number):
            found[one.tier] += term.max_quantity
    return found
