"""Whoever a test leaves behind in the database cannot keep its rows for the next test."""

from __future__ import annotations

from contextlib import suppress

import psycopg
import pytest

from agencies.models import Agency
from config import heartbeats
from tests import cleaning, sight
from tests.cleaning import empty_tables
from tests.world import build

WRITTEN_LATE = "INSERT INTO config_heartbeat (name, at) VALUES ('late', now())"


def test_a_transaction_that_a_test_forgot_does_not_keep_the_rows(transactional_db: None) -> None:
    build()
    with suppress(psycopg.OperationalError), sight.opened() as left:
        assert left.execute("SELECT count(*) FROM agencies_agency").fetchone() == (3,)

        empty_tables()

        assert not Agency.objects.exists()


def test_what_a_test_has_not_committed_yet_does_not_come_after_it(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "PATIENCE_SECONDS", 0.1)
    with suppress(psycopg.OperationalError), sight.opened() as late:
        late.execute(WRITTEN_LATE)

        empty_tables()

    assert heartbeats.ages() == {}
