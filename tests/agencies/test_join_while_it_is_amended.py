"""Joining an agreement and sending an amendment of it take turns: each sees what the other did."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from agencies import writes
from tests import sight
from tests.agencies.acts import hash_of
from tests.agencies.test_amend_an_agreement import six
from tests.agencies.test_join_an_agreement import invited, open_to_all
from tests.incidents.test_take_turns import impatient
from tests.world import World

LOCKED = "SELECT FROM agencies_agreement WHERE id = %s FOR UPDATE"


@pytest.mark.django_db(transaction=True)
def test_nobody_sends_an_amendment_past_a_party_that_joins_at_that_moment(world: World) -> None:
    """Else words that it has not signed would bind it."""
    pk = open_to_all(world)
    invited(world, pk)
    document = six(world, pk)
    said = hash_of(document)

    with sight.opened() as other:
        other.execute(LOCKED, [pk])  # as whoever signs a joinder does
        with impatient(), pytest.raises(OperationalError, match="lock timeout"):
            writes.send_for_signature(world.dora, document, text_hash=said)
        other.rollback()
