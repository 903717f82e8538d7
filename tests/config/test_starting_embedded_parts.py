"""Embedded parts start from whatever an earlier start left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config.embedded import CannotStart, InUse, claim, services, stop_left_over
from tests import throwaway

HOLDER = """
import sys, time
from pathlib import Path
from config.embedded import services
with services(Path(sys.argv[1]), durable=True, environment={}) as running:
    print(running.owner_url, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def folder(place: Path) -> Iterator[Path]:
    yield place / "home"
    stop_left_over(place / "home")


def killed_holder(folder: Path) -> str:
    """Starts the parts in another process and kills it with -9: the owner's address in it."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=throwaway.ROOT) as holder:
        assert holder.stdout
        url = holder.stdout.readline().strip()
        holder.send_signal(signal.SIGKILL)
    return url


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]))


def test_what_a_killed_run_left_is_ended_and_its_data_is_there(folder: Path) -> None:
    with psycopg.connect(killed_holder(folder)) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 7 AS seven")
    left = postmaster(folder)
    assert left.is_running()

    with services(folder, environment={}) as running, psycopg.connect(running.owner_url) as again:
        assert again.execute("SELECT seven FROM kept").fetchone() == (7,)

        assert postmaster(folder) != left


def test_a_half_made_cluster_is_made_again(folder: Path) -> None:
    (folder / "postgres.new").mkdir(parents=True)
    (folder / "postgres.new" / "PG_VERSION").write_text("18\n")

    with (
        services(folder, durable=False, environment={}) as running,
        psycopg.connect(running.database_url) as connection,
    ):
        assert connection.execute("SELECT current_user").fetchone() == ("muster",)


def test_a_stale_pid_of_a_stranger_is_forgotten_and_the_stranger_lives(folder: Path) -> None:
    with services(folder, durable=False, environment={}):
        pass
    stale = folder / "postgres" / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{folder / 'postgres'}\n1\n5432\n\n\n\n")

    with services(folder, durable=False, environment={}) as running:
        psycopg.connect(running.database_url).close()

    assert psutil.Process().is_running()


def test_the_folder_of_another_major_is_named_and_left_alone(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("15\n")

    with (
        pytest.raises(CannotStart, match="made by PostgreSQL 15; this is PostgreSQL 18"),
        services(folder, environment={}),
    ):
        pytest.fail("started")

    assert (folder / "postgres" / "PG_VERSION").read_text() == "15\n"


def test_a_folder_is_held_by_one_at_a_time(folder: Path) -> None:
    with claim(folder), pytest.raises(InUse, match=f"process {os.getpid()}"), claim(folder):
        pytest.fail("held twice")


def test_secrets_are_for_their_owner_only(folder: Path) -> None:
    with (
        services(folder, durable=False, environment={}) as running,
        psycopg.connect(running.database_url) as connection,
    ):
        secrets = stat.S_IMODE((folder / "secrets.json").stat().st_mode)
        sockets = stat.S_IMODE(Path(connection.info.host).stat().st_mode)
        settings = stat.S_IMODE((folder / "redis" / "redis.conf").stat().st_mode)

    assert (secrets, sockets, settings) == (0o600, 0o700, 0o600)


def test_nothing_is_started_for_what_the_environment_names(folder: Path) -> None:
    given = {"DATABASE_URL": "postgresql://a@b/c", "REDIS_URL": "redis://elsewhere/0"}

    with services(folder, environment=given) as running:
        assert running.parts == ()

        assert running.environment()["DATABASE_OWNER_URL"] == "postgresql://a@b/c"


def test_a_part_that_died_starts_again_where_it_was(folder: Path) -> None:
    with services(folder, durable=False, environment={}) as running:
        for part in running.parts:
            assert part.process
            part.process.kill()
            part.process.wait()
            assert not part.running

            part.start()

        psycopg.connect(running.database_url).close()
        assert running.redis_url == running.parts[1].url


def test_a_path_too_long_for_a_socket_is_no_trouble(place: Path) -> None:
    deep = place / ("deep" * 20) / "home"

    with services(deep, durable=False, environment={}) as running:
        psycopg.connect(running.database_url).close()
