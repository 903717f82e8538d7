"""Coming in as one of the people of the world, by page or by API."""

from __future__ import annotations

import secrets
from typing import Any

from django.test import Client

from agencies.models import Account
from audit.actors import Actor


class Visitor(Client):
    """Somebody signed in. Acts of theirs through the API carry a key of their own."""

    def __init__(self, who: Actor) -> None:
        super().__init__()
        self.force_login(Account.objects.get(member__pk=str(who.member_id)))

    def send(self, path: str, said: dict[str, Any] | None = None, key: str = "") -> Any:
        """POST to the API."""
        return self.post(
            f"/api/v1{path}",
            said or {},
            content_type="application/json",
            headers={"Idempotency-Key": key or secrets.token_hex(8)},
        )

    def seen(self, path: str) -> Any:
        """GET from the API."""
        return self.get(f"/api/v1{path}")

    def dialog(self, path: str, said: dict[str, Any] | None = None) -> Any:
        """A dialog of a page: its form, or what came of sending it."""
        headers = {"HX-Request": "true", "Idempotency-Key": secrets.token_hex(8)}
        return (
            self.get(path, headers=headers)
            if said is None
            else self.post(path, said, headers=headers)
        )
