from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from agencies import admission, writes
from agencies.details import MemberDetails, Password
from agencies.models import Account, Member, Seat, SeatKind
from agencies.writes.members import (
    AddressTaken,
    AlreadySuspended,
    NotSuspended,
    NotYourself,
    WrongPassword,
)
from agencies.writes.passwords import PasswordTooWeak
from agencies.writes.seats import LastAdmin, SeatEmpty
from audit import streams
from audit.actors import Actor
from audit.models import Testimony, UsedKey
from audit.refusals import Conflict, NotAllowed, NotFound
from tests.agencies.acts import told_in
from tests.agencies.holders import account_of, issued, member_id
from tests.world import PASSWORD, World

NEW = Password.of("a quite long new password")
EVE = MemberDetails(
    email="eve@hcf.example", name="Eve Park", seats=frozenset({SeatKind.DISPATCHER})
)


def seat_of(actor: Actor, kind: SeatKind) -> Seat:
    return Seat.objects.get(member=actor.member_id, kind=kind, until=None)


def test_an_admin_adds_somebody_who_can_then_sign_in(world: World) -> None:
    told = writes.add_member(world.dora, world.harbor_fire.pk, member=EVE, password=NEW)

    assert [fact.kind for fact in told] == ["agencies.member_added", "agencies.seat_given"]
    account = Account.objects.get(email="eve@hcf.example")
    assert account.check_password(NEW.reveal())
    eve = admission.admit(account.pk, via="page")
    assert eve is not None
    assert eve.seats == {"dispatcher"}


def test_no_password_is_on_record_anywhere(world: World) -> None:
    """RULE-AUD-03: neither in the ledger, nor in what an idempotency key remembers."""
    dora = replace(world.dora, key="adding-eve")

    writes.add_member(dora, world.harbor_fire.pk, member=EVE, password=NEW)

    assert NEW.reveal() not in repr(NEW)
    told = Testimony.objects.filter(body__contains=NEW.reveal()).exists()
    kept = UsedKey.objects.get(key="adding-eve").answer
    assert (told, NEW.reveal() in str(kept)) == (False, False)


def test_a_commander_adds_nobody(world: World) -> None:
    with pytest.raises(NotAllowed, match="agency admin"):
        writes.add_member(world.ana, world.harbor_fire.pk, member=EVE, password=NEW)


def test_an_admin_adds_nobody_to_another_agency(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.add_member(world.dev, world.harbor_fire.pk, member=EVE, password=NEW)


def test_an_address_belongs_to_one_person_in_whatever_case(world: World) -> None:
    ana = MemberDetails(email="ANA@hcf.example", name="Another Ana")

    with pytest.raises(AddressTaken):
        writes.add_member(world.dora, world.harbor_fire.pk, member=ana, password=NEW)


def test_a_weak_password_is_refused_in_words(world: World) -> None:
    with pytest.raises(PasswordTooWeak, match="too short"):
        writes.add_member(
            world.dora, world.harbor_fire.pk, member=EVE, password=Password.of("short")
        )


def test_a_suspended_member_is_nobody_at_once(world: World) -> None:
    """P12: at the next request, whatever session or token they hold."""
    token = issued(world.ben)
    assert admission.admit(account_of(world.ben).pk, via="page") is not None

    writes.suspend_member(world.dora, member_id(world.ben), reason="Left the department.")

    assert admission.admit(account_of(world.ben).pk, via="page") is None
    assert admission.standing({member_id(world.ben)}) == {}
    assert token


def test_a_member_is_suspended_once_and_restored_once(world: World) -> None:
    ben = member_id(world.ben)
    writes.suspend_member(world.dora, ben, reason="Leave.")

    with pytest.raises(AlreadySuspended):
        writes.suspend_member(world.dora, ben, reason="Leave.")
    writes.restore_member(world.dora, ben)
    with pytest.raises(NotSuspended):
        writes.restore_member(world.dora, ben)

    assert Member.objects.get(pk=ben).suspended_at is None


def test_nobody_suspends_themselves(world: World) -> None:
    with pytest.raises(NotYourself):
        writes.suspend_member(world.dora, member_id(world.dora), reason="Holiday.")


def test_a_colleague_without_the_seat_suspends_nobody(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.suspend_member(world.ana, member_id(world.ben), reason="No.")


def test_to_another_agencys_admin_a_member_does_not_exist(world: World) -> None:
    with pytest.raises(NotFound):
        writes.suspend_member(world.dev, member_id(world.ben), reason="No.")


def test_a_seat_is_given_and_taken_and_stays_on_record(world: World) -> None:
    given = writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.AUDITOR)

    assert seat_of(world.ben, SeatKind.AUDITOR).pk == given.seat
    writes.take_seat(world.dora, given.seat)

    ended = Seat.objects.get(pk=given.seat)
    assert ended.until is not None
    with pytest.raises(SeatEmpty):
        writes.take_seat(world.dora, given.seat)
    assert told_in(streams.of_agency(world.harbor_fire.pk)) == [
        "agencies.seat_given",
        "agencies.seat_taken",
    ]


def test_nobody_sits_twice_in_one_seat(world: World) -> None:
    with pytest.raises(Conflict, match="sit there already"):
        writes.give_seat(world.dora, member_id(world.ana), kind=SeatKind.COMMANDER)


def test_a_commander_gives_no_seats(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.give_seat(world.ana, member_id(world.ana), kind=SeatKind.ADMIN)


def test_an_agency_keeps_an_admin(world: World) -> None:
    seat = seat_of(world.dora, SeatKind.ADMIN)

    with pytest.raises(LastAdmin):
        writes.take_seat(world.dora, seat.pk)

    writes.give_seat(world.dora, member_id(world.ana), kind=SeatKind.ADMIN)
    writes.take_seat(world.dora, seat.pk)


def test_one_sets_ones_own_password_by_naming_the_present_one(world: World) -> None:
    ana = member_id(world.ana)

    with pytest.raises(WrongPassword):
        writes.set_password(world.ana, ana, password=NEW)
    with pytest.raises(WrongPassword):
        writes.set_password(world.ana, ana, password=NEW, present=Password.of("guess"))
    writes.set_password(world.ana, ana, password=NEW, present=Password.of(PASSWORD))

    assert account_of(world.ana).check_password(NEW.reveal())


def test_an_admin_sets_a_colleagues_password(world: World) -> None:
    writes.set_password(world.dora, member_id(world.ana), password=NEW)

    assert account_of(world.ana).check_password(NEW.reveal())


def test_a_colleague_does_not_set_ones_password(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.set_password(world.ben, member_id(world.ana), password=NEW)


def test_who_signs_in_leaves_a_line(world: World) -> None:
    writes.sign_in(world.ana, member_id(world.ana), agreed_at=timezone.now())

    assert told_in(streams.of_agency(world.harbor_fire.pk)) == ["agencies.signed_in"]
    with pytest.raises(NotAllowed):
        writes.sign_in(world.ben, member_id(world.ana), agreed_at=timezone.now())
