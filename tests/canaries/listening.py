"""Ears at every door: what answers, frames and the log say is searched while tests run."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection
from django.test import Client

from agencies.admission import digest_of
from agencies.models import Member
from audit import walls
from incidents.models import Guest
from tests import sockets
from tests.canaries.ears import LOOKED, Ears
from tests.canaries.planting import SONG


def released(owner: str, viewer: str, category: str) -> bool:
    """Whether the owner can see in its log that the viewer was shown such a thing."""
    with _uncounted(), connection.cursor() as cursor:
        cursor.execute(LOOKED, [owner, viewer, category])
        return cursor.fetchone() is not None


@contextmanager
def _uncounted() -> Iterator[None]:
    """What the ears ask is no question of the application, and is not counted as one."""
    counted, connection.force_debug_cursor = connection.force_debug_cursor, False
    with walls.beyond("tests"):
        yield
    connection.force_debug_cursor = counted


class Log(logging.Handler):
    """Hears lines of the log, which are for nobody's agency."""

    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self.ears = ears

    def emit(self, record: logging.LogRecord) -> None:
        self.ears.count.lines += 1
        self.ears.hear("", record.getMessage().encode(), "the log")


@contextmanager
def at_every_door(ears: Ears) -> Iterator[None]:
    """While it lasts, all that a client of the tests or a socket is told is heard."""
    ask, frame, log = Client.request, sockets.Client.heard, Log(ears)

    def answered(client: Client, **request: Any) -> Any:
        answer = ask(client, **request)
        ears.count.answers += 1
        heard = partial(_answer, ears, client, request)
        if answer.streaming:
            answer.streaming_content = _passed_on(heard, answer.streaming_content)
        else:
            heard(answer.content)
        heard(repr(sorted(answer.items())).encode())
        return answer

    async def framed(client: sockets.Client) -> str:
        said = await frame(client)
        ears.count.frames += 1
        if SONG.search(said.encode()):
            viewer = str(client.actor.agency_id) if client.actor else ""
            await sync_to_async(ears.hear)(viewer, said.encode(), "a frame")
        return said

    logging.getLogger().addHandler(log)
    with patch.object(Client, "request", answered), patch.object(sockets.Client, "heard", framed):
        yield
    logging.getLogger().removeHandler(log)


def _passed_on(heard: Callable[[bytes], None], parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        heard(part)
        yield part


def _answer(ears: Ears, client: Client, request: dict[str, Any], said: bytes) -> None:
    if SONG.search(said):
        where = f"{request['REQUEST_METHOD']} {request['PATH_INFO']}"
        ears.hear(_agency_of(client, request), said, where)


def _agency_of(client: Client, request: dict[str, Any]) -> str:
    """The agency of whoever asked, by token or by session; of a guest, their own id."""
    bearer = request.get("HTTP_AUTHORIZATION", client.defaults.get("HTTP_AUTHORIZATION", ""))
    with _uncounted():
        if bearer:
            holders = Member.objects.filter(tokens__digest=digest_of(bearer.partition(" ")[2]))
            return str(holders.values_list("agency_id", flat=True).first() or "")
        if settings.SESSION_COOKIE_NAME not in client.cookies:
            return ""
        account = client.session.get("_auth_user_id", UUID(int=0))
        members = Member.objects.filter(account=account).values_list("agency_id", flat=True)
        guests = Guest.objects.filter(account=account).values_list("pk", flat=True)
        return str(members.first() or guests.first() or "")
