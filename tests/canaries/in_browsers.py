"""Ears at a real browser: what it was answered and what came over its sockets."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, WebSocket

from tests.canaries.ears import Ears
from tests.canaries.planting import SONG

ARCHIVE: Final = "heard.har"


def archived(folder: Path) -> dict[str, Any]:
    """How a browser's context is told to keep what it hears, apart from what is everybody's."""
    return {
        "record_har_path": folder / ARCHIVE,
        "record_har_content": "embed",
        "record_har_url_filter": re.compile(r"^(?!.*/static/).*$"),
    }


def overhear(page: Page, heard: list[bytes]) -> None:
    """Keep every frame in which a canary sings, and count the rest by nothing."""

    def joined(socket: WebSocket) -> None:
        socket.on("framereceived", lambda said: heard.append(_bytes(said)))

    page.on("websocket", joined)


def search(ears: Ears, viewer: str, folder: Path, frames: list[bytes]) -> None:
    """Search what the browser of somebody of this agency was told, once it is closed."""
    for entry in json.loads((folder / ARCHIVE).read_text())["log"]["entries"]:
        ears.count.answers += 1
        content = entry["response"]["content"]
        text = content.get("text", "")
        said = b64decode(text) if content.get("encoding") == "base64" else text.encode()
        if SONG.search(said):
            ears.hear(viewer, said, f"{entry['request']['method']} {entry['request']['url']}")
    for frame in frames:
        ears.count.frames += 1
        ears.hear(viewer, frame, "a frame")


def _bytes(said: str | bytes) -> bytes:
    return said if isinstance(said, bytes) else said.encode()
