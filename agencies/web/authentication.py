"""How the API knows who is asking: a token, or the session of somebody signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.urls import resolve
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotFound, PermissionDenied
from rest_framework.request import Request

from agencies import admission
from agencies.sessions import owes_second_factor
from agencies.words import Scope
from audit.actors import Actor

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Token(BaseAuthentication):
    """``Authorization: Bearer muster_…``."""

    def authenticate(self, request: Request) -> tuple[AbstractBaseUser, Actor] | None:
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        shown, origin = secret.strip(), _origin(request)
        scope = _scope_of(request)
        found = admission.admit_holder(shown, via="token", origin=origin, scope=scope)
        if found is None:
            if admission.admit_holder(shown, via="token", origin=origin):
                raise PermissionDenied(_("This token may read, and not do that."))
            raise AuthenticationFailed(_("This token is not known, or no longer valid."))
        return found

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="Muster"'


class Session(SessionAuthentication):
    """Somebody signed in, in a browser; unsafe requests carry the CSRF token."""

    def authenticate(self, request: Request) -> tuple[AbstractBaseUser, Actor] | None:
        found = super().authenticate(request)
        if found is None:
            return None
        if owes_second_factor(request._request.session):
            raise AuthenticationFailed(_("Your agency asks for a second factor. Add one first."))
        session = request._request.session
        actor = admission.admit_here(found[0].pk, session, via="api", origin=_origin(request))
        if actor is None:
            raise AuthenticationFailed(_("This account acts for no agency."))
        if actor.guest_of and resolve(request.path_info).view_name not in admission.GUEST_DOORS:
            raise NotFound
        return found[0], actor


def _scope_of(request: Request) -> str:
    """For what a token must be good here: to read, or to change what this part of Muster holds."""
    match = request._request.resolver_match
    if request.method in READING or match is None:
        return Scope.LOOK
    view = getattr(match.func, "cls", match.func)
    return str(view.__module__).partition(".")[0]


def _origin(request: Request) -> str:
    origin: str = request.META.get("REMOTE_ADDR", "")
    return origin


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
