"""M19: whom another agency has cannot be found out by letting somebody in with the same address."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from agencies import writes
from agencies.details import MemberDetails, Password
from agencies.models import Account
from audit.models import Turned
from audit.streams import of_agency
from tests.agencies.acts import told_in
from tests.agencies.browsers import at_entrance, page
from tests.world import PASSWORD, World

ANA = "ana@hcf.example"
OTHER = "another long word of hers"


def let_in(world: World, password: str) -> None:
    """Ana helps out at Northfield Power, too, under the address that she has."""
    ana = MemberDetails(email=ANA.upper(), name="Ana Lopes", seats=frozenset())
    writes.add_member(world.ivy, world.northfield.pk, member=ana, password=Password.of(password))


def knock(browser: Client, password: str, **more: str) -> str:
    said = {"username": ANA, "password": password, **more}
    answer = at_entrance(browser).post(reverse("sign-in"), said)
    return "" if answer.status_code == 302 else " ".join(answer.context["form"].non_field_errors())


def is_at(browser: Client) -> str:
    return str(browser.get(reverse("agencies:mine")).context["own"].agency.name)


def test_another_agency_lets_somebody_in_without_hearing_that_she_is_known(world: World) -> None:
    let_in(world, OTHER)

    assert Account.objects.filter(email__iexact=ANA).count() == 2


def test_each_password_leads_to_its_own_agency(world: World) -> None:
    let_in(world, OTHER)

    fire, power = Client(), Client()

    assert (knock(fire, PASSWORD), knock(power, OTHER)) == ("", "")
    assert (is_at(fire), is_at(power)) == ("Harbor County Fire", "Northfield Power")


def test_who_has_the_same_password_at_both_says_for_which(world: World) -> None:
    let_in(world, PASSWORD)
    browser = Client()

    assert "Say for which" in knock(browser, PASSWORD)
    power = str(Account.objects.get(agency=world.northfield, email__iexact=ANA).pk)

    assert knock(browser, PASSWORD, at=power) == ""
    assert is_at(browser) == "Northfield Power"


def test_nobody_else_is_asked_for_which(world: World) -> None:
    let_in(world, OTHER)
    ana = Account.objects.get(agency=world.harbor_fire, email=ANA)

    said = knock(Client(), "guessed", at=str(ana.pk))

    assert said == "That e-mail address and password do not belong together."


def test_the_other_agency_cannot_unlock_a_password_by_knowing_its_own(world: World) -> None:
    """Else it would guess without end: four tries, one right one of its own, four tries."""
    let_in(world, OTHER)
    for _ in range(4):
        knock(Client(), "guessed")
    assert knock(Client(), OTHER) == ""
    knock(Client(), "guessed")

    assert "Too many wrong passwords" not in knock(Client(), OTHER)
    assert knock(Client(), PASSWORD) != ""


def test_the_other_agencys_device_is_not_known_for_the_first(world: World) -> None:
    let_in(world, OTHER)
    tablet = Client()
    assert knock(tablet, OTHER) == ""
    tablet.post(reverse("sign-out"))
    for _ in range(5):
        knock(Client(), "guessed")

    assert knock(tablet, PASSWORD) != ""


def test_each_agencys_auditors_hear_of_an_attempt(world: World) -> None:
    let_in(world, OTHER)

    knock(Client(), "guessed")

    told = set(Turned.objects.filter(code="wrong_password").values_list("agency_id", flat=True))
    assert told == {world.harbor_fire.pk, world.northfield.pk}


def test_as_much_is_compared_for_nobody_as_for_one_or_two(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(world, OTHER)
    counted: list[str] = []
    hasher = "django.contrib.auth.hashers.PBKDF2PasswordHasher.encode"
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    original = PBKDF2PasswordHasher.encode

    def counting(self: object, *given: object, **more: object) -> str:
        counted.append("hashed")
        return original(self, *given, **more)

    monkeypatch.setattr(hasher, counting)

    def hashes(email: str) -> int:
        counted.clear()
        at_entrance().post(reverse("sign-in"), {"username": email, "password": "guessed"})
        return len(counted)

    assert hashes("nobody@hcf.example") == hashes("ben@hcf.example") == hashes(ANA) == 2


def test_ones_trail_does_not_name_the_other_agency(world: World) -> None:
    let_in(world, OTHER)

    assert b"Northfield" not in page(world.dora, "mine").content
    assert "agencies.member_added" not in told_in(of_agency(world.harbor_fire.pk))
