"""Addresses that no letter reaches are refused; where there is one, nobody else waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import postman, writes
from agencies.details import Password
from agencies.models import Account, Letter
from agencies.writes.members import NoLettersThere
from tests.agencies.acts import sent
from tests.agencies.post import mail_server
from tests.agencies.test_invite_somebody import EVE, NEW, invited
from tests.agencies.test_send_letters import again, to_ben
from tests.world import World, seeding


@pytest.mark.parametrize(
    "broken",
    [
        {"to": "=?utf-8?q?a=0Ab?=@x.example"},  # mail programs read two lines in it
        {"to": "=?utf-8?b?////?=@x.example"},
        {"text": "Go to {link}", "sealed": "under another key"},
    ],
)
def test_a_letter_that_cannot_be_handed_over_holds_up_no_other(
    world: World, broken: dict[str, str]
) -> None:
    earlier = timezone.now() - timedelta(hours=1)
    letter = to_ben(world, posted_at=earlier, due_at=earlier, **broken)
    to_ben(world)

    with mail_server() as box:
        postman.send_due()

    assert len(box.messages) == 1
    assert again(letter).trouble == "It cannot be handed over as it is."
    assert again(letter).parked_at is not None


def test_an_address_that_no_letter_reaches_keeps_nobody_else_from_being_told(world: World) -> None:
    """Else an agency could keep its partners' agreements from being sent out."""
    with seeding():
        Account.objects.filter(member=world.dev.member_id).update(email="dev@[192.0.2.1]")

    sent(world)

    told = Letter.objects.filter(subject="An agreement waits for your signature")
    assert set(told.values_list("to", flat=True)) == {"dora@hcf.example"}


@pytest.mark.parametrize("address", ["eve@[192.0.2.1]", "=?utf-8?q?a=0Ab?=@hcf.example"])
def test_whoever_no_letter_reaches_is_neither_invited_nor_added(world: World, address: str) -> None:
    with pytest.raises(NoLettersThere):
        invited(world, email=address)
    with pytest.raises(NoLettersThere):
        writes.add_member(
            world.dora,
            world.harbor_fire.pk,
            member=replace(EVE, email=address),
            password=Password.of(NEW),
        )


def test_a_name_says_no_more_in_a_letter_than_a_name(world: World) -> None:
    """Else whoever runs an agency writes to strangers what they like, as this installation."""
    invited(world, name="Dear user,\n\nsee here: {link}\n\nYours")

    with mail_server() as box:
        postman.send_due()

    said = box.messages[0].get_content()
    assert said.splitlines()[0] == "Dear user, see here: {link} Yours,"
    assert said.count("https://muster.example/join/") == 1
