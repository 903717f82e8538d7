"""A real OpenID provider of the tests' own, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from django.test import Client, override_settings
from django.urls import reverse

from agencies import writes
from agencies.details import Password, SignOnDetails
from audit.actors import Actor
from tests.agencies.browsers import at_entrance
from tests.agencies.post import closed_port
from tests.agencies.waiting import until

# What the provider vouches for, by its own names for them.
PEOPLE: Final[Mapping[str, Mapping[str, Any]]] = {
    "ana": {"email": "ana@hcf.example", "email_verified": True},
    "ana-by-key": {"email": "ana@hcf.example", "email_verified": True, "amr": ["pwd", "hwk"]},
    "ana-long-ago": {
        "email": "ana@hcf.example",
        "email_verified": True,
        "auth_time": 1_000_000_000,
    },
    "ana-some-time": {"email": "ana@hcf.example", "email_verified": True, "auth_time": None},
    "ben": {"email": "ben@hcf.example", "email_verified": True},
    "dora": {"email": "dora@hcf.example", "email_verified": True},
    "unverified": {"email": "ana@hcf.example", "email_verified": False},
    "of-bay": {"email": "cleo@bce.example", "email_verified": True},
    "stranger": {"email": "nobody@hcf.example", "email_verified": True},
    "look-alike": {"email": "ıvy@npc.example", "email_verified": True},
}


@contextmanager
def provider() -> Iterator[str]:
    """Where it answers. Muster's operator has listed it."""
    with answering(closed_port()) as issuer, override_settings(SIGN_ON_ORIGINS=[issuer]):
        yield issuer


@contextmanager
def answering(port: int) -> Iterator[str]:
    """Where it answers, at a port of one's choice."""
    claims = [f"--user-claims={json.dumps({'sub': sub, **of})}" for sub, of in PEOPLE.items()]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", f"--port={port}"]
    running = subprocess.Popen(
        [*command, *claims], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    issuer = f"http://127.0.0.1:{port}"
    try:
        until(lambda: _answers(issuer))
        yield issuer
    finally:
        running.kill()
        running.wait()


def set_by(admin: Actor, issuer: str, **changes: Any) -> None:
    """An agency signs on by it."""
    said = {"issuer": issuer, "client": "muster", "domains": frozenset({"hcf.example"}), **changes}
    details = SignOnDetails(**said)
    secret = Password.of("the client's secret")
    writes.set_sign_on(admin, admin.home, details=details, secret=secret)


def sent_away(browser: Client, code: str = "HCF") -> str:
    """Where the browser is sent."""
    answer = at_entrance(browser).post(reverse("sign-in-agency"), {"code": code})
    return address_in(answer)


def address_in(answer: Any) -> str:
    """Where a page goes on to by itself; an answer that sends nobody away says where else."""
    return str(answer["Location"] if answer.status_code == 302 else answer.context["address"])


def shown_at(address: str, sub: str) -> str:
    """What the provider sends the browser back to, once somebody has shown who they are."""
    answer = requests.post(address, data={"sub": sub}, timeout=5, allow_redirects=False)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def _answers(issuer: str) -> bool:
    try:
        return requests.get(f"{issuer}/.well-known/openid-configuration", timeout=1).ok
    except requests.RequestException:
        return False
