"""Statements that travel together: in their order, whole or not at all."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.pq import TransactionStatus

from audit import trips
from audit.models import Turned
from audit.web.doors import Reason

TURN_AWAY = "SELECT audit_turn_away('not_found', 'No.', 'x', 'y', '{}', NULL)"

pytestmark = pytest.mark.django_db(transaction=True)


def travel(*statements: str) -> None:
    """Send statements and their COMMIT in one trip."""
    with trips.together(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        trips.commit()


def test_what_travels_with_its_commit_stays() -> None:
    with transaction.atomic():
        travel(TURN_AWAY)
        assert connection.connection.info.transaction_status == TransactionStatus.IDLE

    assert Turned.objects.count() == 1


def test_what_fails_on_the_way_takes_all_before_it_along() -> None:
    with pytest.raises(DatabaseError, match="division by zero"), transaction.atomic():
        travel(TURN_AWAY, "SELECT 1 / 0")

    assert not Turned.objects.exists()


def test_the_fields_of_a_shape_are_made_once_and_keep_nothing_of_who_used_them() -> None:
    wrong = Reason(data={"reason": "x" * 300, "more": 1})
    assert not wrong.is_valid()

    right = Reason(data={"reason": "Weather."})

    assert right.fields is wrong.fields
    assert right.is_valid()
    assert right.validated_data == {"reason": "Weather."}
