"""Walks from the first page by everything that can be pressed, as one person, without a browser."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import resolve

ELSEWHERE = ("/static/", "/api/", "/live/")
OF_EACH = 8
# What an agreement offers depends on how far it is on its way.
MORE = {"agencies:agreement": 16}

# Which rows of its snapshot an island puts into which of its addresses.
ROWS = {
    "unit": "deployment",
    "offer": "seat",
    "handover": "handover",
    "settle": "objective",
    "edit": "division",
    "requests": "request",
    "ask": "ask",
    "answer": "ask",
    "note-eyes": "note",
    "glass": "glass",
}


@dataclass
class Walk:
    """Where somebody came, by name, and how each address answered."""

    reached: set[str] = field(default_factory=set)
    answers: dict[str, int] = field(default_factory=dict)


@dataclass
class Links(HTMLParser):
    """What a page leads to: links, forms, and what its island draws from its snapshot."""

    followed: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    island: dict[str, str] = field(default_factory=dict)
    _snapshot: str | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag in {"live-board", "live-inbox"}:
            self.island = said
        if tag == "script" and said.get("type") == "application/json":
            self._snapshot = ""
        self.followed += [
            said[name] for name in ("href", "hx-get") if name in said and tag != "use"
        ]
        if tag == "form":
            sends = said.get("method", "get") == "post"
            (self.sent if sends else self.followed).append(said.get("action", ""))
        self.sent += [said["hx-post"]] if "hx-post" in said else []

    def handle_data(self, data: str) -> None:
        if self._snapshot == "":
            self._snapshot = data
            self.followed += drawn(self.island, json.loads(data)["rows"])


def drawn(island: dict[str, str], rows: dict[str, dict[str, Any]]) -> list[str]:
    """The addresses that an island gives to its reader."""
    found = []
    for name, address in island.items():
        act = name.removeprefix("data-").removesuffix("-url")
        if not name.endswith("-url") or act in {"sign-in", "move"}:
            continue
        for key, row in rows.items():
            sort, _, pk = key.partition(":")
            if sort == ROWS.get(act) and shown(act, row, island):
                found.append(address.replace("{id}", pk))
        found += [] if "{id}" in address else [address]
    return found


def shown(act: str, row: dict[str, Any], island: dict[str, str]) -> bool:
    """Whether the island has a button for this act on this row."""
    if act == "handover":
        return bool(row["to_member"] == island["data-member"])
    if act == "note-eyes":
        return bool(row["owner"] == island["data-agency"])
    return act != "answer" or row["status"] in {"requested", "acknowledged"}


def walk(client: Client, begin: str = "/") -> Walk:
    """Everywhere that links and buttons lead; what is sent is not sent, only found."""
    done, opened, ahead = Walk(), Counter[str](), [begin]
    while ahead:
        address = ahead.pop(0)
        name = named(address)
        sort = re.sub(r"=.*", "", address.partition("?")[2]) + name
        if address in done.answers or opened[sort] >= MORE.get(sort, OF_EACH):
            continue
        opened[sort] += 1
        answer = client.get(address)
        done.answers[address] = answer.status_code
        done.reached.add(name)
        if "Location" in answer:
            ahead.append(urljoin(address, answer["Location"]))
        page = Links()
        if "html" in answer["Content-Type"] and not answer.streaming:
            page.feed(answer.content.decode())
        done.reached |= {
            resolve(urlsplit(each).path).view_name for each in ours(address, page.sent)
        }
        ahead += ours(address, page.followed)
    return done


def named(address: str) -> str:
    return resolve(urlsplit(address).path).view_name


def ours(address: str, found: list[str]) -> list[str]:
    joined = (urljoin(address, each).partition("#")[0] for each in found)
    return [each for each in joined if each.startswith("/") and not each.startswith(ELSEWHERE)]
