"""A mail server of the tests' own, and letters for it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256
from typing import Any, Final

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings
from django.utils import timezone

from agencies.models import Agency, Invitation, Letter
from audit import clock
from tests.world import seeding

SERVER = {
    "LETTERS_LEAVE_BY": "smtp",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "EMAIL_HOST": "127.0.0.1",
    "ADDRESS": "https://muster.example",
}

# Who is told of each letter that the server was handed, to which address, once it is closed.
READERS: Final[list[Callable[[str, str], None]]] = []


@dataclass
class Mailbox:
    """What a mail server was handed, and whom it does not take letters for."""

    refuses: dict[str, str] = field(default_factory=dict)
    messages: list[EmailMessage] = field(default_factory=list)
    addressed: list[tuple[str, str]] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        found: Any = message_from_bytes(envelope.content or b"", policy=policy.default)
        self.messages.append(found)
        words = f"{found.items()} {found.get_content()}"
        self.addressed += [(address, words) for address in envelope.rcpt_tos]
        return "250 OK"


def closed_port() -> int:
    """Where nobody listens."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A real SMTP server on loopback, to which letters leave meanwhile."""
    box = Mailbox()
    port = closed_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with override_settings(**SERVER, EMAIL_PORT=port):
            yield box
    finally:
        controller.stop()
        for read in READERS:
            for address, words in box.addressed:
                read(address, words)


def letter_to(agency: Agency, to: str = "ben@hcf.example", **changes: Any) -> Letter:
    """A letter that is due. Called where tests arrange rows."""
    now = timezone.now() - timedelta(minutes=1)
    said = {"subject": "Something waits", "text": "Sign in.", "posted_at": now, "due_at": now}
    return Letter.objects.create(agency=agency, to=to, **{**said, **changes})


def letter_to_nowhere(agency: Agency) -> Letter:
    return letter_to(
        agency, "gone@nowhere.example", parked_at=timezone.now(), tries=8, trouble="Refused (550)."
    )


@contextmanager
def writing() -> Iterator[None]:
    """As if a write were under way that posts letters."""
    with seeding(), clock.stands_at(timezone.now()):
        yield


def invitation_of_eve(agency: Agency) -> Invitation:
    """Called where tests arrange rows."""
    now = timezone.now()
    return Invitation.objects.create(
        agency=agency,
        email=f"eve@{agency.code.lower()}.example",
        name="Eve Park",
        seats=["dispatcher"],
        digest=sha256(agency.pk.bytes).hexdigest(),
        invited_at=now,
        expires_at=now + timedelta(days=7),
    )
