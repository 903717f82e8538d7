"""A token acts in its member's name: issued, good for a while, revoked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import admission, knocks, writes
from agencies.details import MemberDetails, Password
from agencies.knocks import ShownToken
from agencies.models import BoundTo, SeatKind
from agencies.writes.tokens import AlreadyRevoked, BadTerm
from audit.refusals import NotAllowed, NotFound
from tests.agencies.holders import account_of, issued, member_id
from tests.world import World

NEW = Password.of("a quite long new password")
EVE = MemberDetails(
    email="eve@hcf.example", name="Eve Park", seats=frozenset({SeatKind.DISPATCHER})
)


def test_a_token_acts_in_its_members_name_until_it_is_revoked(world: World) -> None:
    token = issued(world.ana)
    knock = knocks.Knock(token="muster_secret")
    assert knocks.shown_tokens([knock]) == {
        knock: ShownToken(account_of(world.ana).pk, BoundTo.REAL)
    }

    writes.revoke_token(world.ana, token)

    assert admission.admit_holder("muster_secret", via="token") is None
    with pytest.raises(AlreadyRevoked):
        writes.revoke_token(world.ana, token)


@pytest.mark.parametrize("days", [-1, 91])
def test_a_token_is_good_for_ninety_days_at_most(world: World, days: int) -> None:
    with pytest.raises(BadTerm):
        writes.issue_token(
            world.ana,
            member_id(world.ana),
            name="CAD",
            digest="0" * 64,
            expires_at=timezone.now() + timedelta(days=days),
        )


def test_nobody_makes_a_token_in_anothers_name(world: World) -> None:
    with pytest.raises(NotAllowed, match="it is you"):
        writes.issue_token(
            world.dora,
            member_id(world.ana),
            name="CAD",
            digest="0" * 64,
            expires_at=timezone.now() + timedelta(days=1),
        )


def test_an_admin_revokes_a_colleagues_token_and_nobody_else_does(world: World) -> None:
    token = issued(world.ana)

    with pytest.raises(NotAllowed):
        writes.revoke_token(world.ben, token)
    with pytest.raises(NotFound):
        writes.revoke_token(world.dev, token)
    assert writes.revoke_token(world.dora, token).name == "Ana Lopes"
