"""A server that cannot see the ledger does not pretend that its boards are fresh."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from psycopg import sql

from agencies.web.live import protocol
from tests.sockets import Follow
from tests.throwaway import SUPERUSER_URL
from tests.world import build

ON_THEIR_WAY = 3


@contextmanager
def out_of_sight() -> Iterator[None]:
    """Let nobody into the database for a while."""
    ours = sql.Identifier(connection.settings_dict["NAME"])
    allow = "ALTER DATABASE {} ALLOW_CONNECTIONS {}"
    with psycopg.connect(os.environ[SUPERUSER_URL], autocommit=True) as superuser:
        superuser.execute(sql.SQL(allow).format(ours, sql.SQL("false")))
        try:
            yield
        finally:
            superuser.execute(sql.SQL(allow).format(ours, sql.SQL("true")))


async def test_it_keeps_silent_until_it_sees_again(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "BEAT_SECONDS", 0.05)
    ana = await follow((await sync_to_async(build)()).ana)
    await ana.frame()
    assert "beat" in await ana.heard()

    with out_of_sight():
        for _ in range(ON_THEIR_WAY):
            if not await ana.hears_nothing():
                await ana.heard()
        assert await ana.hears_nothing()

    assert "beat" in await ana.heard()
