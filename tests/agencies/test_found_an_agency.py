from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from agencies import writes
from agencies.details import AgencyDetails, ContactDetails
from agencies.models import Account, Agency, Contact, Discipline
from agencies.reads.directory import DIRECTORY
from agencies.writes.agencies import CodeTaken, TooManyContacts
from agencies.writes.changes import NothingChanged
from audit import streams
from audit.actors import machine
from audit.constraints import Contradiction
from audit.refusals import NotAllowed, Refusal, Stale
from tests.agencies.acts import told_in
from tests.world import World

OPERATOR = machine("add_agency", via="command")
SCHOOL = AgencyDetails(
    name="Harbor Schools", discipline=Discipline.SCHOOL, jurisdiction="Harbor County"
)


def test_the_operator_founds_an_agency(db: None) -> None:
    told = writes.found_agency(OPERATOR, DIRECTORY, code="HSD", details=SCHOOL)

    assert Agency.objects.get(pk=told.agency).name == "Harbor Schools"
    assert told_in(streams.of_agency(told.agency)) == ["agencies.agency_founded"]


def test_nobody_else_founds_agencies(world: World) -> None:
    with pytest.raises(NotAllowed, match="you run this installation"):
        writes.found_agency(world.dora, DIRECTORY, code="HSD", details=SCHOOL)
    with pytest.raises(NotAllowed):
        writes.found_agency(machine("sweep", via="task"), DIRECTORY, code="HSD", details=SCHOOL)


def test_a_code_belongs_to_one_agency(world: World) -> None:
    with pytest.raises(CodeTaken):
        writes.found_agency(OPERATOR, DIRECTORY, code="HCF", details=SCHOOL)


def test_a_code_is_short_and_plain(db: None) -> None:
    with pytest.raises(Contradiction, match="capital letters"):
        writes.found_agency(OPERATOR, DIRECTORY, code="harbor", details=SCHOOL)


def test_an_admin_edits_what_the_directory_says(world: World) -> None:
    told = writes.edit_agency(world.dora, world.harbor_fire.pk, details=SCHOOL, version=1)

    assert set(told.changed) == {"name", "discipline"}
    with pytest.raises(Stale):
        writes.edit_agency(world.dora, world.harbor_fire.pk, details=SCHOOL, version=1)
    with pytest.raises(NothingChanged):
        writes.edit_agency(world.dora, world.harbor_fire.pk, details=SCHOOL, version=2)


def test_others_do_not_edit_it(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.edit_agency(world.ana, world.harbor_fire.pk, details=SCHOOL, version=1)
    with pytest.raises(NotAllowed):
        writes.edit_agency(world.dev, world.harbor_fire.pk, details=SCHOOL, version=1)


def test_contacts_are_listed_anew(world: World) -> None:
    desk = ContactDetails(purpose="Dispatch desk", name="Duty dispatcher", phone="555-0100")
    chief = ContactDetails(purpose="Duty chief", name="Ana Lopes")
    writes.list_contacts(world.dora, world.harbor_fire.pk, contacts=(desk, chief))

    writes.list_contacts(world.dora, world.harbor_fire.pk, contacts=(chief,))

    listed = Contact.objects.filter(agency=world.harbor_fire, listed=True)
    assert list(listed.values_list("purpose", flat=True)) == ["Duty chief"]
    with pytest.raises(TooManyContacts):
        writes.list_contacts(world.dora, world.harbor_fire.pk, contacts=(desk,) * 21)
    with pytest.raises(NotAllowed):
        writes.list_contacts(world.ana, world.harbor_fire.pk, contacts=(desk,))


def test_a_fresh_installation_begins_with_one_command(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSTER_ADMIN_PASSWORD", "a quite long new password")
    said = io.StringIO()

    call_command(
        "add_agency", "HSD", "Harbor Schools", discipline="school", jurisdiction="Harbor",
        admin_email="kim@hsd.example", admin_name="Kim Lee", stdout=said,
    )  # fmt: skip

    account = Account.objects.get(email="kim@hsd.example")
    assert account.check_password("a quite long new password")
    assert account.member.seats.get().kind == "admin"
    assert "kim@hsd.example" in said.getvalue()


def test_a_first_admin_who_cannot_be_added_leaves_no_agency_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSTER_ADMIN_PASSWORD", "short")

    with pytest.raises(Refusal):
        call_command(
            "add_agency", "HSD", "Harbor Schools", discipline="school", jurisdiction="Harbor",
            admin_email="kim@hsd.example", admin_name="Kim Lee",
        )  # fmt: skip

    assert not Agency.objects.filter(code="HSD").exists()
