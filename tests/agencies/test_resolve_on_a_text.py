"""What a party's governing body has to say before anybody signs for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from agencies import writes
from agencies.models import Agreement
from agencies.writes.resolutions import NoBody, NotYetAdopted
from agencies.writes.reviewing import NotReady
from tests.agencies.acts import approved, clause, hash_of, party, supply
from tests.world import World


def test_a_governing_body_resolves_before_anybody_signs(world: World) -> None:
    pk = approved(world)
    bay = party(pk, world.bay_ems)
    writes.name_body(world.dev, bay, body="Board of Directors")

    with pytest.raises(NotReady, match="Board of Directors of Bay City EMS"):
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.record_resolution(world.dev, bay, number="26-014", adopted_on=date(2026, 1, 5))
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))

    assert Agreement.objects.get(pk=pk).status == "signing"


def test_a_resolution_is_of_one_text(world: World) -> None:
    pk = approved(world)
    bay = party(pk, world.bay_ems)
    writes.name_body(world.dev, bay, body="Board of Directors")
    writes.record_resolution(world.dev, bay, number="26-014", adopted_on=date(2026, 1, 5))
    writes.reopen_negotiation(world.dev, pk, reason="One number is wrong.")
    writes.edit_clause(world.dora, clause(pk, "2"), wording=supply(text="Bay sends two."))
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    for admin in (world.dora, world.dev):
        writes.approve_text(admin, pk, text_hash=hash_of(pk))

    with pytest.raises(NotReady, match="has not resolved"):
        writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))


def test_nobody_resolves_tomorrow_or_for_no_body(world: World) -> None:
    pk = approved(world)
    bay = party(pk, world.bay_ems)
    today = timezone.now().date()

    with pytest.raises(NoBody):
        writes.record_resolution(world.dev, bay, number="1", adopted_on=today)
    writes.name_body(world.dev, bay, body="Board of Directors")
    with pytest.raises(NotYetAdopted):
        writes.record_resolution(world.dev, bay, number="1", adopted_on=today + timedelta(days=2))
