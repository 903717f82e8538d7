"""Hours in which whoever is signed in was not asked who they are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from django.contrib.sessions.serializers import JSONSerializer
from django.core import signing
from playwright.sync_api import Page

from tests.e2e.theater import Theater

SALT: Final = "django.contrib.sessions.SessionStore"
LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC).isoformat()
ASKED: Final = "SELECT session_data FROM django_session WHERE session_key = %s"
KEPT: Final = "UPDATE django_session SET session_data = %s WHERE session_key = %s"


def proved_long_ago(theater: Theater, page: Page) -> None:
    """Hours pass in which whoever is signed in at this browser was not asked who they are."""
    (key,) = (one["value"] for one in page.context.cookies() if one["name"] == "muster")
    [(kept,)] = theater.ask(ASKED, key)
    how = {
        "key": theater.environment["MUSTER_SECRET_KEY"],
        "salt": SALT,
        "serializer": JSONSerializer,
    }
    said = signing.loads(kept, **how) | {"proved_at": LONG_AGO}
    theater.ask(KEPT, signing.dumps(said, compress=True, **how), key)
