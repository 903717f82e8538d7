"""Who may open a socket at all: pages of this very origin, or a client with a token."""

from __future__ import annotations

from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator

from config.sockets import application_for

BOARD = "/live/agency/"
HOST = (b"host", b"muster.example:8443")


async def knock(path: str, *headers: tuple[bytes, bytes]) -> dict[str, Any]:
    scope = {
        "type": "websocket",
        "path": path,
        "query_string": b"",
        "headers": [HOST, *headers],
        "client": ("127.0.0.1", 5000),
        "subprotocols": [],
    }
    wire = ApplicationCommunicator(application_for(None), scope)
    await wire.send_input({"type": "websocket.connect"})
    return dict(await wire.receive_output(5))


async def test_a_page_of_this_origin_may_knock(transactional_db: None) -> None:
    answer = await knock(BOARD, (b"origin", b"http://muster.example:8443"))

    assert answer["type"] == "websocket.accept"


@pytest.mark.parametrize(
    "origin",
    [
        b"",
        b"null",
        b"http://evil.example",
        b"http://muster.example",
        b"http://muster.example:8444",
        b"https://muster.example:8443",
        b"http://muster.example:8443.evil.example",
        b"http://evil.example/http://muster.example:8443",
    ],
)
async def test_a_page_of_another_origin_may_not(transactional_db: None, origin: bytes) -> None:
    headers = [(b"origin", origin)] if origin else []

    answer = await knock(BOARD, *headers)

    assert answer["type"] == "websocket.close"


async def test_a_client_with_a_token_needs_no_origin(transactional_db: None) -> None:
    answer = await knock(BOARD, (b"authorization", b"Bearer muster_unknown"))

    assert answer["type"] == "websocket.accept"  # and is closed with a code that says why


async def test_where_there_is_no_socket_there_is_none(transactional_db: None) -> None:
    answer = await knock("/live/nowhere/", (b"origin", b"http://muster.example:8443"))

    assert answer == {"type": "websocket.close", "code": 4404}
