"""One attempt with a password, at each account that signs in with the address that was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest

from agencies.reads import entrance
from agencies.web import devices
from agencies.web.waiting import TOO_MANY, later
from audit import security
from audit.actors import Actor, machine


@dataclass(frozen=True, slots=True)
class Try:
    """At one account, or at an address that is not known; counted by ``tried``."""

    account: UUID | None
    tried: str
    knocker: Actor
    left: timedelta = timedelta(0)

    @property
    def mark(self) -> str:
        return entrance.mark_of(self.tried)

    def asked_again(self) -> Try:
        """How long it must wait, once nobody else is trying the same."""
        return replace(self, left=entrance.wait(self.knocker, self.tried, self.account))

    def too_many(self) -> str:
        return refuse(self.knocker, self.tried, TOO_MANY, later(self.left))

    def was_wrong(self, sentence: str) -> str:
        """The last of five is told twice: it was wrong, and it locked the password."""
        refuse(self.knocker, self.tried, entrance.WRONG, sentence)
        if left := self.asked_again().left:
            refuse(self.knocker, self.tried, "password_locked", later(left))
        return sentence


def tries_at(request: HttpRequest, email: str) -> list[Try]:
    """What somebody tries who types this address, on this device."""
    accounts = entrance.accounts_at(nobody(), email)
    if not accounts:
        return [Try(None, email, knocker(request))]
    return [
        Try(pk, entrance.tried_at(pk, devices.known_for(request, pk)), knocker(request, pk))
        for pk in accounts
    ]


def nobody() -> Actor:
    return machine("entrance", via="page")


def knocker(request: HttpRequest, account: UUID | None = None) -> Actor:
    return entrance.knocker(nobody(), account, request.META.get("REMOTE_ADDR", ""))


def refuse(knocker: Actor, tried: str, code: str, sentence: str) -> str:
    security.turn_away(
        knocker,
        tried=entrance.TRIED,
        subject=entrance.mark_of(tried),
        code=code,
        sentence=sentence,
    )
    return sentence
