"""A browser in which one of the people of the world is signed in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from agencies.models import Account
from audit.actors import Actor


def as_(actor: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


def at_entrance(browser: Client | None = None) -> Client:
    """A browser before the form to sign in: whoever is there has agreed to the notice."""
    browser = browser or Client()
    browser.post("/sign-in/agency/", {"agreed": "on"})
    return browser


def url(name: str, *place: object) -> str:
    return reverse(f"agencies:{name}", args=place)


def page(actor: Actor, name: str, /, *place: object, **query: str) -> Any:
    return as_(actor).get(url(name, *place), query)


def send(actor: Actor, name: str, /, *place: object, **said: Any) -> Any:
    return as_(actor).post(url(name, *place), said)


def as_sent(initial: dict[str, Any]) -> dict[str, Any]:
    """What a browser would send of a form that is filled in."""
    return {name: _typed(value) for name, value in initial.items() if value is not None}


def _typed(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if isinstance(value, date) else value
