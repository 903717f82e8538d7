"""What somebody can show beside their password: passkeys, codes of an app, recovery codes.

They are django-allauth's, which knows the protocols and keeps them in its own table; its
pages, its addresses and its way of signing in are not used (decision 11). Whatever changes
one of them is a write, and the database holds even the library to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, cast
from uuid import UUID

from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from fido2.webauthn import AuthenticatorData

from agencies.ciphers import sealed, unsealed
from agencies.models import Account
from audit.refusals import Refusal

TOTP: Final = ("agencies.factors", "totp")


class Kind(StrEnum):
    WEBAUTHN = "webauthn"
    TOTP = "totp"
    RECOVERY_CODES = "recovery_codes"


class NotRecognized(Refusal):
    """That passkey is not known here. Try another one, or another way."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passkey that was shown: whose it is, and which."""

    account: UUID
    factor: int


class Adapter(DefaultMFAAdapter):
    """How the library calls this installation, and how it keeps what must stay secret."""

    def encrypt(self, text: str) -> str:
        return sealed(text, *TOTP)

    def decrypt(self, encrypted_text: str) -> str:
        return unsealed(encrypted_text, *TOTP)

    def get_totp_issuer(self) -> str:
        return "Muster"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Muster"}


def of_account(account: UUID, *kinds: Kind) -> QuerySet[Authenticator]:
    """What an account can show, oldest first; all of it, or some kinds."""
    found = Authenticator.objects.filter(user=account).order_by("created_at", "pk")
    return found.filter(type__in=kinds) if kinds else found


def passkey_wanted(account: Account) -> dict[str, Any]:
    """What a browser needs in order to make a passkey for this account."""
    return webauthn.begin_registration(account, passwordless=True)


def passkey_made(answer: dict[str, Any]) -> dict[str, Any]:
    """What the browser made, once it is known to be an answer to what was wanted."""
    with _understood():
        webauthn.parse_registration_response(answer)
        webauthn.complete_registration(answer)
    return answer


def passkey_asked(account: Account | None = None) -> dict[str, Any]:
    """What a browser needs in order to show a passkey: anybody's, or one of this account."""
    return webauthn.begin_authentication(account)


def question_taken(session: SessionBase) -> Any:
    """What an answer is to be held against, taken out of the session that the library put it in."""
    return session.pop(webauthn.STATE_SESSION_KEY, None)


def question_put(session: SessionBase, question: Any) -> None:
    """Back to where the library looks for it."""
    if question:
        session[webauthn.STATE_SESSION_KEY] = question


def passkey_shown(answer: dict[str, Any], account: Account | None = None) -> Shown:
    """Whose passkey this is, if it is one of theirs and answers what was asked."""
    with _understood():
        webauthn.parse_authentication_response(answer)
        whose = account or webauthn.extract_user_from_response(answer)
        found = webauthn.complete_authentication(whose, answer)
    return Shown(cast(UUID, whose.pk), found.pk)


def made_with_presence(credential: dict[str, Any]) -> bool:
    """Whether whoever made it was recognized by the device, by finger, face or PIN."""
    data: AuthenticatorData = webauthn.parse_registration_response(
        credential
    ).response.attestation_object.auth_data
    return bool(data.is_user_verified())


def fresh_secret() -> str:
    return totp.generate_totp_secret()


def picture_of(account: Account, secret: str) -> str:
    """The secret as a picture that an app can read from the screen."""
    adapter = get_adapter()
    return adapter.build_totp_svg(adapter.build_totp_url(account, secret))


def counter_of(secret: str, code: str) -> int | None:
    """In which half-minute this code is right, of those that count as now."""
    said = "".join(code.split())
    for counter in totp.yield_hotp_counters_from_time():
        if said == totp.format_hotp_value(totp.hotp_value(secret, counter)):
            return counter
    return None


def secret_of(app: Authenticator) -> str:
    """What an app that is set up counts with."""
    secret: str = get_adapter().decrypt(app.data["secret"])
    return secret


@contextmanager
def _understood() -> Iterator[None]:
    """Whatever a browser sends that is no answer to what was asked is not recognized."""
    try:
        yield
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise NotRecognized from wrong
