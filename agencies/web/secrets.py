"""Making the secret of a token, at the door: no write ever has it."""

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
    if actor.key is None:
        return TOKEN_PREFIX + secrets.token_urlsafe(32)
    made = salted_hmac("agencies.token", f"{actor.member_id} {actor.key}", algorithm="sha256")
    return TOKEN_PREFIX + urlsafe_b64encode(made.digest()).rstrip(b"=").decode()
