"""A page's request, once somebody has been admitted."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import get_user_model, update_session_auth_hash
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from audit.actors import Actor


class ActorRequest(HttpRequest):
    """A request of somebody signed in. The middleware sets who."""

    actor: Actor


def name_of(request: HttpRequest) -> str:
    """What the address asked for is called here, whatever a proxy says of where this is mounted.

    By its path one would take ``/lock/incidents/`` for the lock: the part before may be theirs.
    """
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def agency_of(request: ActorRequest) -> UUID:
    """The agency that whoever asks acts for."""
    if request.actor.agency_id is None:
        raise RuntimeError("pages are for members")
    return request.actor.agency_id


def member_of(request: ActorRequest) -> UUID:
    """Whoever asks."""
    if request.actor.member_id is None:
        raise RuntimeError("pages are for members")
    return request.actor.member_id


def keep_session(request: ActorRequest) -> None:
    """Stay signed in here after one's password changed; every other session has ended."""
    account = get_user_model().objects.get(pk=str(request.user.pk))
    update_session_auth_hash(request, account)
