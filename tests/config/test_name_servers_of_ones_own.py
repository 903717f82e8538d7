"""Whoever names a PostgreSQL or a Redis of their own hears at once why it cannot be used."""

from __future__ import annotations

import os
import socket
from contextlib import closing

import pytest

from config.embedded import CannotStart
from config.reach import refuse_what_cannot_be_reached


@pytest.fixture
def nobody() -> int:
    """A port at which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as left:
        return int(left.getsockname()[1])


def test_what_answers_is_taken() -> None:
    given = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}

    refuse_what_cannot_be_reached(given)


def test_where_nothing_is_named_nothing_is_asked() -> None:
    refuse_what_cannot_be_reached({})


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_a_database_that_nobody_serves_is_named_with_the_way_out(name: str, nobody: int) -> None:
    with pytest.raises(CannotStart, match=rf"{name} cannot be used: (.|\n)*unset {name}"):
        refuse_what_cannot_be_reached({name: f"postgresql://ana:secret@127.0.0.1:{nobody}/muster"})


def test_a_redis_that_nobody_serves_is_named_with_the_way_out(nobody: int) -> None:
    with pytest.raises(CannotStart, match=r"REDIS_URL cannot be used: (.|\n)*unset REDIS_URL"):
        refuse_what_cannot_be_reached({"REDIS_URL": f"redis://127.0.0.1:{nobody}/0"})


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("DATABASE_URL", "muster"),
        ("DATABASE_URL", "mysql://ana@localhost/muster"),
        ("DATABASE_URL", "postgresql://ana@localhost:many/muster"),
        ("REDIS_URL", "muster"),
        ("REDIS_URL", "redis://localhost:many/0"),
    ],
)
def test_an_address_that_is_none_is_said(name: str, url: str) -> None:
    with pytest.raises(CannotStart, match=f"{name} cannot be used"):
        refuse_what_cannot_be_reached({name: url})


def test_a_password_is_not_repeated(nobody: int) -> None:
    with pytest.raises(CannotStart) as refused:
        refuse_what_cannot_be_reached(
            {"DATABASE_URL": f"postgresql://ana:secret@127.0.0.1:{nobody}/muster"}
        )

    assert "secret" not in str(refused.value)
