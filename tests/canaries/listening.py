"""Ears at every door: what answers, frames, letters and the log say is searched in tests."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import BytesIO
from typing import Any
from unittest.mock import patch
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.test import Client
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from agencies.admission import digest_of
from agencies.models import Account, Invitation, Letter, Member
from audit import saving, walls
from incidents.models import Guest
from tests import sockets
from tests.agencies import post
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
    """While it lasts, all that a client, a socket or a reader of letters is told is heard."""
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
    with (
        patch.object(Client, "request", answered),
        patch.object(sockets.Client, "heard", framed),
        in_letters(ears),
    ):
        yield
    logging.getLogger().removeHandler(log)


@contextmanager
def in_letters(ears: Ears) -> Iterator[None]:
    """While it lasts, letters are read: when they are written, and where a server takes them."""
    plainly = saving._values

    def written(row: Model, columns: Any, *, add: bool) -> Iterable[Any]:
        if add and isinstance(row, Letter):
            ears.count.letters += 1
            _read(ears, {str(row.agency_id)}, f"{row.subject} {row.text}", "a letter")
        return plainly(row, columns, add=add)

    def taken(address: str, words: str) -> None:
        ears.count.letters += 1
        if SONG.search(words.encode()):
            _read(ears, _agencies_at(address), words, "the post")

    post.READERS.append(taken)
    with patch.object(saving, "_values", written):
        yield
    post.READERS.remove(taken)


def _read(ears: Ears, agencies: set[str], words: str, where: str) -> None:
    """Somebody at several agencies under one address may read what any of them may."""
    for song in SONG.finditer(words.encode()):
        owner = song[1].decode()
        own = next((one for one in agencies if one.startswith(owner)), min(agencies, default=""))
        ears.hear(own, song[0], where)


def _agencies_at(address: str) -> set[str]:
    """Whose people are reached there: who signs in with it, and who was invited."""
    with _uncounted():
        found = (
            model._default_manager.filter(email__iexact=address).values_list("agency", flat=True)
            for model in (Account, Invitation)
        )
        return {str(agency) for each in found for agency in each if agency}


def _passed_on(heard: Callable[[bytes], None], parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        heard(part)
        yield part


def _answer(ears: Ears, client: Client, request: dict[str, Any], said: bytes) -> None:
    said = _printed(said) if said.startswith(b"%PDF-") else said
    if SONG.search(said):
        where = f"{request['REQUEST_METHOD']} {request['PATH_INFO']}"
        ears.hear(_agency_of(client, request), said, where)


def _printed(paper: bytes) -> bytes:
    """The words on paper, where lines break as they must, and what else is in the file."""
    with suppress(PyPdfError, ValueError):
        read = PdfReader(BytesIO(paper))
        pages = "".join(page.extract_text() for page in read.pages)
        return f"{''.join(pages.split())} {read.metadata}".encode()
    return paper


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
