"""Keeping what the database must be able to give back and nobody must read in it."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def sealed(secret: str, salt: str, purpose: str) -> str:
    """What may be kept of a secret, under a key that is for this purpose alone."""
    return _cipher(salt, purpose).encrypt(secret.encode()).decode()


def unsealed(kept: str, salt: str, purpose: str) -> str:
    """The secret itself, for the moment in which it is used."""
    return _cipher(salt, purpose).decrypt(kept.encode()).decode()


def _cipher(salt: str, purpose: str) -> MultiFernet:
    """A key of this installation that opens nothing else; fallbacks go on reading."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_from(key, salt, purpose)) for key in keys])


def _key_from(secret: str, salt: str, purpose: str) -> bytes:
    made = salted_hmac(salt, purpose, secret=secret, algorithm="sha256")
    return urlsafe_b64encode(made.digest())
