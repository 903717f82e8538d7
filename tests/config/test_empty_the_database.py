"""Whoever a test leaves behind in the database cannot keep its rows for the next test."""

from __future__ import annotations

import os
from contextlib import suppress

import psycopg

from agencies.models import Agency
from tests.cleaning import empty_tables
from tests.world import build


def test_a_transaction_that_a_test_forgot_does_not_keep_the_rows(transactional_db: None) -> None:
    build()
    with suppress(psycopg.OperationalError), psycopg.connect(os.environ["DATABASE_URL"]) as left:
        assert left.execute("SELECT count(*) FROM agencies_agency").fetchone() == (3,)

        empty_tables()

        assert not Agency.objects.exists()
