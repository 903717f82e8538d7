"""What stands beside the password: an app that shows codes, and codes on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from agencies import reads, writes
from agencies.details import Password
from agencies.factors import of_account
from agencies.models import Account, SeatKind
from agencies.writes.factors import AppIsOn, NothingToRecover, WrongCode
from audit import streams
from audit.models import Entry, Turned
from audit.refusals import NotAllowed, NotFound, ProveAgain
from audit.trail import Sought
from tests.agencies.acts import told_in
from tests.agencies.browsers import as_, at_entrance, page, send
from tests.agencies.keys import SECRET, code_now, with_app
from tests.world import PASSWORD, World

ANA = "ana@hcf.example"


def with_password(browser: Client) -> object:
    return at_entrance(browser).post(reverse("sign-in"), {"username": ANA, "password": PASSWORD})


def with_code(browser: Client, code: str) -> object:
    return browser.post(reverse("second-factor"), {"code": code})


def is_in(browser: Client) -> bool:
    return browser.get(reverse("agencies:mine")).status_code == 200


def told_of(world: World) -> list[str]:
    return told_in(streams.of_agency(world.harbor_fire.pk))


def test_a_password_alone_lets_nobody_in_who_has_an_app(world: World, client: Client) -> None:
    with_app(world.ana)

    answer = with_password(client)

    assert answer["Location"] == reverse("second-factor")
    assert not is_in(client)


def test_the_code_of_the_app_lets_them_in_and_the_ledger_says_by_what(
    world: World, client: Client
) -> None:
    with_app(world.ana)
    with_password(client)

    with_code(client, code_now())

    assert is_in(client)
    auditor = replace(world.dora, seats=frozenset({SeatKind.AUDITOR}))
    last = reads.agency_trail(auditor, Sought()).lines[0]
    assert last.sentence.startswith("Ana Lopes agreed to the notice ")
    assert last.sentence.endswith("signed in with their password and a code of their app.")


def test_a_code_is_good_once(world: World, client: Client) -> None:
    with_app(world.ana)
    code = code_now()
    with_password(client)
    with_code(client, code)

    another = Client()
    with_password(another)
    with_code(another, code)

    assert not is_in(another)
    assert Turned.objects.filter(code="wrong_password").exists()


def test_nobody_comes_to_the_second_step_without_the_first(world: World, client: Client) -> None:
    with_app(world.ana)

    answer = with_code(client, code_now())

    assert answer["Location"] == reverse("sign-in")
    assert not is_in(client)


def test_after_five_wrong_codes_even_the_right_one_waits(world: World, client: Client) -> None:
    with_app(world.ana)
    with_password(client)
    [with_code(client, "000000") for _ in range(5)]

    answer = with_code(client, code_now())

    assert "Too many wrong" in answer.content.decode()
    assert not is_in(client)


def test_a_recovery_code_stands_in_once(world: World, client: Client) -> None:
    with_app(world.ana)
    writes.make_recovery_codes(world.ana, world.ana.member_id)
    code = reads.my_recovery_codes(world.ana)[3]
    with_password(client)

    with_code(client, code)

    assert is_in(client)
    assert reads.my_factors(world.ana).codes_left == 9
    assert code not in reads.my_recovery_codes(world.ana)


def test_new_recovery_codes_end_the_old_ones(world: World) -> None:
    with_app(world.ana)
    writes.make_recovery_codes(world.ana, world.ana.member_id)
    old = set(reads.my_recovery_codes(world.ana))

    writes.make_recovery_codes(world.ana, world.ana.member_id)

    assert not old & set(reads.my_recovery_codes(world.ana))


def test_recovery_codes_are_shown_to_who_proved_that_it_is_they(world: World) -> None:
    with_app(world.ana)
    writes.make_recovery_codes(world.ana, world.ana.member_id)

    with pytest.raises(ProveAgain):
        reads.my_recovery_codes(replace(world.ana, proved_at=None))


def test_without_a_device_there_is_nothing_to_recover(world: World) -> None:
    with pytest.raises(NothingToRecover):
        writes.make_recovery_codes(world.ana, world.ana.member_id)


def test_recovery_codes_end_with_what_they_stood_in_for(world: World) -> None:
    with_app(world.ana)
    writes.make_recovery_codes(world.ana, world.ana.member_id)

    writes.turn_off_app(world.ana, world.ana.member_id)

    assert not of_account(Account.objects.get(email=ANA).pk).exists()
    assert told_of(world)[-3:] == [
        "agencies.app_turned_on",
        "agencies.recovery_codes_made",
        "agencies.app_turned_off",
    ]


def test_an_app_is_on_once_it_has_shown_a_right_code(world: World) -> None:
    with pytest.raises(WrongCode):
        writes.turn_on_app(
            world.ana, world.ana.member_id, secret=Password.of(SECRET), code="000000"
        )

    assert reads.my_factors(world.ana).app_since is None


def test_a_second_app_takes_the_place_of_none(world: World) -> None:
    with_app(world.ana)

    with pytest.raises(AppIsOn):
        with_app(world.ana)


@pytest.mark.parametrize("who", ["dora", "ben"])
def test_nobody_changes_what_a_colleague_signs_in_with(world: World, who: str) -> None:
    with_app(world.ana)

    with pytest.raises(NotAllowed, match="You could if it is you"):
        writes.turn_off_app(getattr(world, who), world.ana.member_id)


def test_nobody_removes_a_passkey_by_guessing_its_number(world: World) -> None:
    with_app(world.ben)
    of_ben = of_account(Account.objects.get(member=world.ben.member_id).pk).get().pk

    with pytest.raises(NotFound):
        writes.remove_passkey(world.ana, world.ana.member_id, factor=of_ben)


def test_a_token_changes_nothing_of_it(world: World) -> None:
    with pytest.raises(NotAllowed, match="not by a token"):
        with_app(replace(world.ana, via="token"))


def test_the_library_can_change_nothing_outside_a_write(world: World) -> None:
    with_app(world.ana)
    app = of_account(Account.objects.get(email=ANA).pk).get()

    with pytest.raises(DatabaseError, match="outside a write"), transaction.atomic():
        app.delete()


def test_the_secret_of_the_app_is_not_legible_in_the_database_or_the_ledger(world: World) -> None:
    with_app(world.ana)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        kept = cursor.fetchone()[0]
    assert SECRET not in kept
    assert not Entry.objects.filter(kind__contains=SECRET).exists()


def test_the_account_page_leads_through_it(world: World) -> None:
    browser = as_(world.ana)
    shown = browser.get(reverse("agencies:turn-on-app"))
    secret = shown.context["secret"].replace(" ", "")

    browser.post(reverse("agencies:turn-on-app"), {"code": code_now(secret)})
    browser.post(reverse("agencies:make-codes"))

    assert len(browser.get(reverse("agencies:recovery-codes")).context["codes"]) == 10
    assert "10 codes are left" in browser.get(reverse("agencies:you")).content.decode()


def test_proof_takes_the_code_too_where_there_is_an_app(world: World) -> None:
    browser = as_(world.ana)
    with_app(world.ana)
    said = {"proof_to": "/", "proof_password": PASSWORD}

    alone = browser.post(reverse("prove-again"), said)
    both = browser.post(reverse("prove-again"), said | {"proof_code": code_now()})

    assert (alone.status_code, both.status_code) == (422, 302)


def test_what_is_no_passkey_is_not_recognized(world: World, client: Client) -> None:
    for said in ("{}", '{"response": {"userHandle": "AAAA"}}', '{"id": 1, "response": []}', "[1]"):
        answer = at_entrance(client).post(reverse("sign-in-passkey"), {"credential": said})
        assert answer.status_code == 200
        assert not is_in(client)


def test_no_passkey_is_added_that_nobody_asked_for(world: World) -> None:
    answer = send(world.ana, "add-passkey", name="mine", credential='{"id": "x"}')

    assert answer.status_code == 422
    assert "not known here" in answer.content.decode()
    assert page(world.ana, "you").context["own"].passkeys == ()
