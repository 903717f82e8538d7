"""The programs of production behind their real proxy: signed in, watched, killed, started again."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen

import pytest
from websockets.asyncio.client import ClientConnection

from tests.deploy.browser import Browser, opened
from tests.deploy.shape import Shape, proxy_program
from tests.faults.conftest import free_port
from tests.throwaway import FOLDER, PREFIX
from tests.world import World, build

PATIENCE_SECONDS = 30
ENGINE_KILLS_AFTER = 10
MANY = 12
NO_PROXY = "NOT TESTED: production behind its proxy, since no nginx is installed here"


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


@pytest.fixture
def shape(world: World) -> Iterator[Shape]:
    if proxy_program() is None:
        pytest.skip(NO_PROXY)
    with TemporaryDirectory(prefix=PREFIX, dir=os.environ[FOLDER]) as folder:
        Path(folder).chmod(0o711)  # a proxy that was started by root reads as somebody else
        shape = Shape(
            Path(folder),
            {name: free_port() for name in ("web", "live", "proxy", "plain")},
            {
                "database_url": os.environ["DATABASE_URL"],
                "redis_url": os.environ["REDIS_URL"],
                "secret_key": os.environ["MUSTER_SECRET_KEY"],
            },
        )
        shape.build()
        try:
            yield shape
        finally:
            shape.stop()


@pytest.fixture
def browser(shape: Shape) -> Browser:
    """A browser, once both programs answer through the proxy."""
    shape.start("web", "live", "proxy")
    browser = Browser(shape)
    wait_for(browser, "/healthz?of=database,redis", 200)
    wait_for(browser, "/live/", 404)
    return browser


def wait_for(browser: Browser, path: str, status: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := browser.get(path)[0]) != status:
        assert time.monotonic() < deadline, f"{path} answers {found}, not {status}"


async def hear(board: ClientConnection, words: str) -> None:
    """Read frames until one tells of these words."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while words not in str(await board.recv()):
            continue


async def test_pages_and_sockets_come_through_one_origin(
    world: World, shape: Shape, browser: Browser
) -> None:
    status, page = browser.sign_in("ana@hcf.example")
    assert (status, "Pier 4 fire" in page) == (200, True)
    script = re.search(r'src="(/static/[^"]+[.]js)"', page)
    assert script
    assert browser.get(script[1])[0] == 200
    async with opened(browser, f"/live/incidents/{world.fire.pk}/") as board:
        await board.send("{}")
        await hear(board, '"cursor"')
        divisions = f"/api/v1/incidents/{world.fire.pk}/divisions/"
        assert browser.post(divisions, kind="division", name="Seawall")[0] == 200
        await hear(board, "Seawall")


def test_one_scrape_sees_what_every_process_of_the_server_counted(
    shape: Shape, browser: Browser
) -> None:
    for _ in range(MANY):
        assert browser.get("/sign-in/")[0] == 200

    assert all(counted(shape, "sign-in") >= MANY for _ in range(MANY))


def counted(shape: Shape, route: str) -> float:
    """How often the server says that a page was seen; whichever of its processes is asked."""
    where = f"http://127.0.0.1:{shape.ports['web']}/metrics"
    behind = {"Host": shape.address, "X-Forwarded-Proto": "https"}
    with urlopen(Request(where, headers=behind), timeout=PATIENCE_SECONDS) as answer:
        said = answer.read().decode()
    seen = rf'muster_request_seconds_count{{method="GET",route="[^"]*{route}",status="200"}} (\S+)'
    found = re.search(seen, said)
    return float(found[1]) if found else 0.0


def test_a_killed_program_is_missed_alone_and_comes_back(shape: Shape, browser: Browser) -> None:
    shape.running["web"].send_signal(signal.SIGKILL)
    shape.running["web"].wait()

    wait_for(browser, "/incidents/", 503)
    assert "Load this page again in a few seconds." in browser.get("/incidents/")[1]
    assert json.loads(browser.get("/api/v1/incidents/")[1])["type"] == "/problems/unavailable"
    assert browser.get("/live/")[0] == 404
    shape.start("web")
    wait_for(browser, "/incidents/", 200)


def test_the_programs_leave_when_they_are_asked_to(shape: Shape, browser: Browser) -> None:
    running = [shape.running[name] for name in ("web", "live", "proxy")]

    for process in running:
        process.terminate()

    codes = [process.wait(ENGINE_KILLS_AFTER) for process in running]
    assert set(codes) <= {0, -signal.SIGTERM}  # uvicorn is done, and says what it was told
