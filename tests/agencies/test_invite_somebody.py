"""Who is invited comes in by a link that is good once; nobody learns from it who is known where."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies import postman, reads, writes
from agencies.admission import digest_of
from agencies.details import MemberDetails, Password
from agencies.models import Account, Invitation, Letter, Member, Seat, SeatKind
from agencies.reads.invitations import Invited
from agencies.writes.invitations import InvitationOver, InvitedAlready
from agencies.writes.members import AddressTaken
from agencies.writes.passwords import PasswordTooWeak
from audit import streams
from audit.actors import machine
from audit.refusals import NotAllowed, NotFound
from tests.agencies.acts import told_in
from tests.agencies.browsers import as_, at_entrance, page, send, url
from tests.agencies.post import mail_server
from tests.world import World, seeding

EVE = MemberDetails(
    email="eve@hcf.example", name="Eve Park", seats=frozenset({SeatKind.DISPATCHER})
)
LINK = Password.of("a-link-that-nobody-guesses")
NEW = "a quite long new password"


def invited(world: World, link: Password = LINK, **changes: Any) -> Invitation:
    member = replace(EVE, **changes)
    told = writes.invite_member(world.dora, world.harbor_fire.pk, member=member, link=link)
    return Invitation.objects.get(pk=told.invitation)


def opened_by(link: Password) -> Invited:
    return reads.invited_by(machine("entrance", via="page"), digest_of(link.reveal()))


def join(link: str, **said: str) -> tuple[Client, Any]:
    browser = at_entrance()
    return browser, browser.post(reverse("join", args=[link]), said)


def test_the_link_comes_by_mail_and_opens_an_account_with_the_seats_that_were_meant(
    world: World,
) -> None:
    invited(world)
    with mail_server() as box:
        postman.send_due()
    found = re.search(r"https://muster\.example/join/([\w-]+)/", box.messages[0].get_content())
    assert found

    browser, answer = join(found[1], password=NEW, again=NEW)

    assert answer.status_code == 302
    assert browser.get(url("mine")).status_code == 200
    eve = Member.objects.get(name="Eve Park")
    assert [seat.kind for seat in Seat.objects.filter(member=eve)] == ["dispatcher"]
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-4:] == [
        "agencies.invitation_taken_up",
        "agencies.member_added",
        "agencies.seat_given",
        "agencies.signed_in",
    ]


def test_a_link_is_good_once(world: World) -> None:
    invited(world)
    assert join(LINK.reveal(), password=NEW, again=NEW)[1].status_code == 302

    assert join(LINK.reveal(), password=NEW, again=NEW)[1].status_code == 404


def test_of_a_link_nothing_is_kept_that_opens_anything(world: World) -> None:
    invitation = invited(world)

    assert invitation.digest == digest_of(LINK.reveal())
    assert LINK.reveal() not in Letter.objects.get().sealed + Letter.objects.get().text


def test_unknown_used_revoked_and_over_answer_alike(world: World) -> None:
    revoked = invited(world)
    writes.revoke_invitation(world.dora, revoked.pk)
    over = invited(world, Password.of("over"), email="ed@hcf.example")
    with seeding():
        past = timezone.now() - timedelta(days=9)
        Invitation.objects.filter(pk=over.pk).update(
            invited_at=past, expires_at=past + timedelta(days=7)
        )

    pages = {
        re.sub(rb'nonce="[^"]*"|content="[^"]*"|[0-9a-f-]{36}', b"", at_entrance().get(at).content)
        for at in (reverse("join", args=[one]) for one in (LINK.reveal(), "over", "unknown"))
    }

    assert len(pages) == 1


def test_a_letter_of_an_invitation_that_was_taken_back_does_not_leave(world: World) -> None:
    invitation = invited(world)

    writes.revoke_invitation(world.dora, invitation.pk)

    with mail_server() as box:
        postman.send_due()
    assert box.messages == []
    assert Letter.objects.get().sealed == ""
    with pytest.raises(InvitationOver):
        writes.revoke_invitation(world.dora, invitation.pk)


def test_a_link_sent_anew_ends_the_one_before(world: World) -> None:
    invitation = invited(world)

    writes.renew_invitation(world.dora, invitation.pk, link=Password.of("the next"))

    with pytest.raises(NotFound):
        opened_by(LINK)
    assert opened_by(Password.of("the next")).name == "Eve Park"


def test_an_address_of_another_agencys_person_is_invited_like_any_other(world: World) -> None:
    """M19: neither the inviter nor whoever holds the link learns that it is known."""
    invited(world, email="cleo@bce.example", name="Cleo Marsh")

    assert opened_by(LINK).email == "cleo@bce.example"
    assert join(LINK.reveal(), password=NEW, again=NEW)[1].status_code == 302
    assert Account.objects.filter(email="cleo@bce.example").count() == 2


def test_one_of_ones_own_is_not_invited_twice(world: World) -> None:
    invited(world)

    with pytest.raises(InvitedAlready):
        invited(world, Password.of("x"), email="EVE@hcf.example")
    with pytest.raises(AddressTaken):
        invited(world, Password.of("x"), email="Ben@hcf.example")


def test_whoever_does_not_run_the_agency_invites_nobody(world: World) -> None:
    invited(world)

    with pytest.raises(NotAllowed):
        writes.invite_member(world.ben, world.harbor_fire.pk, member=EVE, link=LINK)


def test_the_holder_of_a_link_does_nothing_else_with_it(world: World) -> None:
    one, other = invited(world), invited(world, Password.of("x"), email="ed@hcf.example")
    eve = opened_by(LINK).bearer
    assert opened_by(LINK).id == one.pk

    with pytest.raises(NotFound):
        writes.take_up_invitation(eve, other.pk, link=LINK, password=Password.of(NEW))
    with pytest.raises(NotAllowed):
        writes.revoke_invitation(eve, one.pk)


def test_a_weak_password_is_said_and_nothing_is_used_up(world: World) -> None:
    invitation = invited(world)

    with pytest.raises(PasswordTooWeak):
        writes.take_up_invitation(
            opened_by(LINK).bearer, invitation.pk, link=LINK, password=Password.of("eve park")
        )

    assert opened_by(LINK).id == invitation.pk


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, b"Choose a password, or go on with a passkey."),
        ({"password": NEW, "again": NEW + "!"}, b"These two differ."),
        ({"password": "password1234", "again": "password1234"}, b"too common"),
    ],
)
def test_what_is_wrong_is_said(world: World, said: dict[str, str], sentence: bytes) -> None:
    invited(world)

    _browser, answer = join(LINK.reveal(), **said)

    assert answer.status_code == 422
    assert sentence in answer.content


def test_who_goes_on_with_a_passkey_adds_one_before_anything_else(world: World) -> None:
    invited(world)

    browser, answer = join(LINK.reveal(), without="on")

    assert answer["Location"] == url("add-passkey")
    assert browser.get(url("mine"))["Location"] == url("you")
    assert not Account.objects.get(email="eve@hcf.example").has_usable_password()


def test_where_the_agency_asks_for_more_a_password_alone_opens_nothing(world: World) -> None:
    writes.require_second_factor(world.dora, world.harbor_fire.pk)
    invited(world)

    browser, _answer = join(LINK.reveal(), password=NEW, again=NEW)

    assert browser.get(url("mine"))["Location"] == url("you")


def test_the_link_is_shown_once_and_told_to_no_other_site(world: World) -> None:
    answer = send(world.dora, "invite-member", name="Eve Park", email="eve@hcf.example")

    found = re.search(rb"http://testserver/join/[\w-]+/", answer.content)
    assert found
    assert found[0] not in page(world.dora, "mine").content
    shown = at_entrance().get(found[0].decode())
    assert (shown["Referrer-Policy"], shown["Cache-Control"]) == ("strict-origin", "no-store")


def test_who_runs_the_agency_sees_whom_it_waits_for(world: World) -> None:
    invited(world)

    assert b"eve@hcf.example" in page(world.dora, "mine").content
    assert b"eve@hcf.example" not in page(world.ben, "mine").content


def test_seats_that_end_end_for_who_was_invited(world: World) -> None:
    until = timezone.now() + timedelta(days=3)
    writes.invite_member(
        world.dora, world.harbor_fire.pk, member=EVE, link=LINK, seated_until=until
    )

    join(LINK.reveal(), password=NEW, again=NEW)

    assert Seat.objects.get(member__name="Eve Park").until == until


def test_a_system_invites_nobody_by_a_token(world: World) -> None:
    token = replace(world.dora, via="token")

    with pytest.raises(NotAllowed):
        writes.invite_member(token, world.harbor_fire.pk, member=EVE, link=LINK)
    assert as_(world.dora).get("/api/v1/invitations/").json() == []
