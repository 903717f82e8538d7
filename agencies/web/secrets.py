"""Making the secret of a token or a link, at the door."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode

from django.utils.crypto import salted_hmac

from agencies.admission import TOKEN_PREFIX
from audit.actors import Actor


def token_for(actor: Actor) -> str:
    """A new token; the same one again where the same act is repeated, by its key.

    Otherwise somebody whose line broke between commit and answer would hold a
    token that works and that nobody has seen.
    """
    return TOKEN_PREFIX + _fresh(actor, "agencies.token")


def link_for(actor: Actor) -> str:
    """The end of a link that is good once; likewise the same where the act is repeated."""
    return _fresh(actor, "agencies.link")


def _fresh(actor: Actor, salt: str) -> str:
    if actor.key is None:
        return secrets.token_urlsafe(32)
    made = salted_hmac(salt, f"{actor.member_id} {actor.key}", algorithm="sha256")
    return urlsafe_b64encode(made.digest()).rstrip(b"=").decode()
