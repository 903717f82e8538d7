"""Without a proxy before it, the server takes nobody's word for where they come from."""

from __future__ import annotations

from uvicorn.main import main

from config.processes import server


def test_the_server_of_make_run_believes_no_header() -> None:
    asked = main.make_context("uvicorn", server(8000)[3:]).params

    assert asked["proxy_headers"] is False
