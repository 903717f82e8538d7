"""An invitation to seats that end is good for no longer than they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import writes
from agencies.details import Password
from agencies.models import Invitation
from agencies.writes.invitations import InvitationOld, SeatsOver
from tests.agencies.test_invite_somebody import EVE, LINK, NEW, join
from tests.world import World, seeding


def test_a_link_is_good_no_longer_than_the_seats_that_it_brings(world: World) -> None:
    until = timezone.now() + timedelta(days=3)
    told = writes.invite_member(
        world.dora, world.harbor_fire.pk, member=EVE, link=LINK, seated_until=until
    )
    invitation = Invitation.objects.filter(pk=told.invitation)
    assert invitation.get().expires_at == until

    with seeding():
        past = timezone.now() - timedelta(minutes=1)
        long_ago = past - timedelta(days=3)
        invitation.update(seated_until=past, expires_at=past, invited_at=long_ago)

    _browser, answer = join(LINK.reveal(), password=NEW, again=NEW)
    assert answer.status_code == 404
    with pytest.raises(SeatsOver):
        writes.renew_invitation(world.dora, told.invitation, link=Password.of("another link"))


def test_a_link_is_made_anew_for_thirty_days_and_no_longer(world: World) -> None:
    """Who would still have them invites them anew, and that is on record as of that day."""
    told = writes.invite_member(world.dora, world.harbor_fire.pk, member=EVE, link=LINK)
    invitation = Invitation.objects.filter(pk=told.invitation)
    first = invitation.get().invited_at
    with seeding():
        invitation.update(invited_at=first - timedelta(days=25))
    renewed = writes.renew_invitation(world.dora, told.invitation, link=Password.of("the next"))
    with seeding():
        invitation.update(invited_at=first - timedelta(days=31))

    with pytest.raises(InvitationOld, match="invite them anew"):
        writes.renew_invitation(world.dora, told.invitation, link=Password.of("one more"))

    assert renewed.expires_at == first + timedelta(days=5)
