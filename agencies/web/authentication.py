"""How the API knows who is asking: a token, or the session of somebody signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from agencies import admission
from audit.actors import Actor


class Token(BaseAuthentication):
    """``Authorization: Bearer muster_…``."""

    def authenticate(self, request: Request) -> tuple[AbstractBaseUser, Actor] | None:
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        account = admission.account_of_token(secret.strip())
        if account is None:
            raise AuthenticationFailed(_("This token is not known, or no longer valid."))
        return account, _admitted(account, request, via="token")

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="Muster"'


class Session(SessionAuthentication):
    """Somebody signed in, in a browser; unsafe requests carry the CSRF token."""

    def authenticate(self, request: Request) -> tuple[AbstractBaseUser, Actor] | None:
        found = super().authenticate(request)
        return found and (found[0], _admitted(found[0], request, via="api"))


def _admitted(account: AbstractBaseUser, request: Request, *, via: str) -> Actor:
    origin = request.META.get("REMOTE_ADDR", "")
    actor = admission.admit(account.pk, via=via, origin=origin)
    if actor is None:
        raise AuthenticationFailed(_("This account acts for no agency."))
    return actor


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema describes somebody signed in."""

    target_class = Session
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema describes tokens."""

    target_class = Token
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}
