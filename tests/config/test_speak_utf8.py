"""Whatever encoding a sender names, nobody but UTF-8 is let in, and nothing fails over it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT

from config.asgi import application as sockets_and_pages
from config.wsgi import application as pages
from tests.mutualaid.doors import Visitor
from tests.world import World

STRANGE = (
    "charset=hex",
    "charset=utf-7",
    "charset=unicode_escape",
    "charset=undefined",
    "charset*=utf-8''latin-1",
    "charset*=nothing''%80",
    "charset*=hex''x",
)
PLAIN = ("", "text/plain", "text/plain; charset=UTF-8", MULTIPART_CONTENT, "text/plain; charset=")


def answered(content_type: str) -> str:
    """How the server of the pages answers somebody who is looking for the entrance."""
    heard: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/sign-in/",
        "QUERY_STRING": "next=%2B2AA-",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "CONTENT_TYPE": content_type,
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
    }
    body = pages(environ, lambda status, *_: heard.append(status))
    assert b"".join(body)
    return heard[0][:3]


@pytest.mark.parametrize("content_type", PLAIN)
def test_who_speaks_utf_8_is_let_in(db: None, content_type: str) -> None:
    assert answered(content_type) == "200"


@pytest.mark.parametrize("parameter", STRANGE)
def test_who_speaks_anything_else_is_told_so(db: None, parameter: str) -> None:
    assert answered(f"text/plain; {parameter}") == "415"
    assert answered(f"multipart/form-data; boundary={BOUNDARY}; {parameter}") == "415"


@pytest.mark.parametrize("parameter", STRANGE)
async def test_so_it_is_where_pages_and_sockets_share_a_server(parameter: str) -> None:
    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": "/sign-in/",
        "query_string": b"",
        "headers": [(b"content-type", f"text/plain; {parameter}".encode())],
    }
    wire = ApplicationCommunicator(sockets_and_pages, scope)

    assert (await wire.receive_output(5))["status"] == 415


@pytest.mark.parametrize(
    "address",
    [
        "/agencies/?q=%00",
        "/agreements/?q=%00",
        "/resources/?sought=a%00",
        "/api/v1/agencies/?discipline=%00",
        "/api/v1/resources/?status=%00",
        "/sign-in/?next=%00",
    ],
)
def test_an_address_that_no_text_can_keep_is_not_understood(world: World, address: str) -> None:
    dora = Visitor(world.dora)
    dora.raise_request_exception = False

    assert dora.get(address).status_code == 400
    assert dora.get(address.replace("%00", "%2500")).status_code in {200, 302, 400}


def test_a_stranger_s_address_neither(db: None) -> None:
    assert Client(raise_request_exception=False).get("/?x=%00").status_code == 400
