"""Asking an agency's own provider who somebody is (OpenID Connect: code flow, PKCE, nonce).

Authlib carries the flow and joserfc checks what is signed. Nothing here believes anything that
is not signed by the provider, and nothing is asked of a server that the operator has not listed:
an agency's admin names the issuer, and must not be able to point this server at others.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, cast
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from agencies import ciphers
from audit.refusals import Refusal

SEAL: Final = ("agencies.providers", "client secrets")
ALGORITHMS: Final = ("RS256", "ES256", "PS256")
SECONDS: Final = 5
LONGEST: Final = 200_000
LEEWAY: Final = 60
AGAIN: Final = {"prompt": "login", "max_age": "0"}


class NoAnswer(Refusal):
    """Your agency's sign-on does not answer now. Sign in another way, or try again."""


class NotShown(Refusal):
    """Your agency's sign-on did not say who you are. Begin again."""


class NotShownAgain(Refusal):
    """Your agency's sign-on did not ask you anew who you are, or does not say when. Try again."""


@dataclass(frozen=True, slots=True)
class Provider:
    """What is known of a provider, as its agency set it."""

    issuer: str
    client: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a browser was sent away with, to be held against what it brings back."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def fresh(cls) -> Question:
        return cls(*(secrets.token_urlsafe(48) for _ in range(3)))


@dataclass(frozen=True, slots=True)
class Said:
    """Whom a provider vouches for. ``email`` only if it says that it has verified it.

    ``at`` is when they last showed the provider who they are, if it says so.
    """

    subject: str
    email: str
    how: frozenset[str]  # amr and acr
    at: datetime | None = None

    def must_be_since(self, moment: float) -> None:
        """Refuse what was shown before a moment (seconds since 1970), and what has no time."""
        if self.at is None or self.at.timestamp() < moment - LEEWAY:
            raise NotShownAgain


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def sealed(secret: str) -> str:
    return ciphers.sealed(secret, *SEAL)


def where_to_ask(provider: Provider, question: Question, back: str, *, again: bool = False) -> str:
    """The provider's page to which a browser goes.

    ``again`` asks it to have them show anew who they are, whatever it remembers of them.
    """
    with _session(provider, back) as session:
        address, _state = session.create_authorization_url(
            _endpoint(_described(provider), "authorization_endpoint"),
            state=question.state,
            nonce=question.nonce,
            code_verifier=question.verifier,
            **(AGAIN if again else {}),
        )
        return str(address)


def answered(provider: Provider, question: Question, back: str, code: str) -> Said:
    """Who somebody is, by the code that their browser brought back."""
    described = _described(provider)
    endpoint = _endpoint(described, "token_endpoint")
    try:
        with _session(provider, back) as session:
            token = session.fetch_token(
                endpoint,
                code=code,
                grant_type="authorization_code",
                code_verifier=question.verifier,
                timeout=SECONDS,
                allow_redirects=False,
            )
        keys = KeySet.import_key_set(cast(Any, _fetched(_endpoint(described, "jwks_uri"))))
        claims = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS).claims
        _registry(provider, question).validate(claims)
        return _said(provider, claims)
    except requests.RequestException as wrong:
        raise NoAnswer from wrong
    except (AuthlibBaseError, JoseError, KeyError, ValueError, TypeError) as wrong:
        raise NotShown from wrong


def _said(provider: Provider, claims: dict[str, Any]) -> Said:
    """Meant for us alone, and for whom; an address counts only where it is verified."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else provider.client) != provider.client:
        raise ValueError("it is meant for others, too")
    subject, email = claims["sub"], claims.get("email", "")
    if not isinstance(subject, str) or not 0 < len(subject) <= 255 or not isinstance(email, str):
        raise ValueError("it does not say who")
    said = claims.get("amr", [])
    how = {str(one) for one in said} if isinstance(said, list) else set()
    how |= {str(claims["acr"])} if claims.get("acr") else set()
    verified = email if claims.get("email_verified") is True else ""
    return Said(subject, verified, frozenset(how), _moment(claims.get("auth_time")))


def _moment(said: Any) -> datetime | None:
    """A time in seconds, if it is one; what is yet to come is now."""
    if isinstance(said, bool) or not isinstance(said, int):
        return None
    return datetime.fromtimestamp(min(max(said, 0), int(time.time())), UTC)


def _registry(provider: Provider, question: Question) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client},
        nonce={"essential": True, "value": question.nonce},
        exp={"essential": True},
        iat={"essential": True},
        sub={"essential": True},
    )


def _session(provider: Provider, back: str) -> OAuth2Session:
    return OAuth2Session(
        client_id=provider.client,
        client_secret=ciphers.unsealed(provider.sealed, *SEAL),
        scope="openid email",
        redirect_uri=back,
        code_challenge_method="S256",
    )


def _described(provider: Provider) -> dict[str, Any]:
    """The provider's own description; one that calls itself otherwise is not it."""
    found = _fetched(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != provider.issuer:
        raise NotShown
    return found


def _endpoint(described: dict[str, Any], name: str) -> str:
    address = described.get(name)
    if not isinstance(address, str) or origin_of(address) not in settings.SIGN_ON_ORIGINS:
        raise NoAnswer
    return address


def _fetched(address: str) -> dict[str, Any]:
    if origin_of(address) not in settings.SIGN_ON_ORIGINS:
        raise NoAnswer
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
        if answer.status_code != requests.codes.ok or len(answer.content) > LONGEST:
            raise NoAnswer
        found: Any = answer.json()
    except (requests.RequestException, ValueError) as wrong:
        raise NoAnswer from wrong
    if not isinstance(found, dict):
        raise NoAnswer
    return found
