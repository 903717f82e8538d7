"""What a letter says, and how it is put into somebody's hands. Nothing here decides whether."""

from __future__ import annotations

import re
import smtplib
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Final
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from agencies import ciphers
from agencies.models import Letter

EXERCISE: Final = "EXERCISE"  # as CAP and HSEEP write it, in every language
LINK: Final = "{link}"
SEAL: Final = ("agencies.letters", "links")
LONGEST_SUBJECT: Final = 150
# As the database keeps it; and not a word that mail programs read as another one (RFC 2047).
PART: Final = r"[^][\s\x00-\x1f\x7f@<>()\\,;:\"]+"
ADDRESS: Final = re.compile(rf"(?!.*=\?){PART}@{PART}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a letter was not taken; ``final`` where asking again would be no use."""

    said: str
    final: bool = False


def takes_letters(address: str) -> bool:
    """Whether a letter can be written to this address at all."""
    return ADDRESS.fullmatch(address) is not None


def one_line(words: str) -> str:
    """Words that begin no other header and no paragraph of their own, as long as a subject."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    return " ".join(plain.split())[: LONGEST_SUBJECT - 2 * len(f"{EXERCISE}: ")]


def marked(subject: str, text: str, *, exercise: bool) -> tuple[str, str]:
    """The same, unmistakably of an exercise if it is of one (P13)."""
    if not exercise:
        return subject, text
    return f"{EXERCISE}: {subject} :{EXERCISE}", f"{EXERCISE}\n\n{text}\n\n{EXERCISE}"


def sealed(secret: str) -> str:
    return ciphers.sealed(secret, *SEAL) if secret else ""


def address(path: str) -> str:
    """Where in this installation somebody shall go."""
    return settings.ADDRESS.rstrip("/") + path


def put(letter: Letter) -> Trouble | None:
    """Hand a letter over, once. What is wrong, if anything is."""
    try:
        _message(letter).send()
    except smtplib.SMTPRecipientsRefused as refused:
        code = max((code for code, _said in refused.recipients.values()), default=0)
        return _refused(code)
    except smtplib.SMTPAuthenticationError:
        return Trouble(said=_("The mail server does not let this installation in."))
    except smtplib.SMTPResponseException as answered:
        return _refused(answered.smtp_code)
    except (OSError, smtplib.SMTPException) as wrong:
        return Trouble(said=_("No mail server answers (%s).") % type(wrong).__name__)
    except (ValueError, InvalidToken):
        return Trouble(said=_("It cannot be handed over as it is."), final=True)
    return None


def _refused(code: int) -> Trouble:
    return Trouble(said=_("The mail server refused it (%d).") % code, final=500 <= code < 600)


def _message(letter: Letter) -> EmailMessage:
    """Its number is its name outside, too: who is sent it twice after a crash can tell."""
    secret = ciphers.unsealed(letter.sealed, *SEAL) if letter.sealed else ""
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    return EmailMessage(
        subject=letter.subject,
        body=address(secret).join(letter.text.rsplit(LINK, 1)),
        to=[letter.to],
        headers={
            "Message-ID": f"<{letter.pk}@{host}>",
            "Date": format_datetime(letter.posted_at),
            "Auto-Submitted": "auto-generated",
        },
    )
