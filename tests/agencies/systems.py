"""Another system, acting by API in the name of one of the people of the world."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from agencies import admission, writes
from agencies.models import Account
from audit.actors import Actor


class System:
    """Another system, acting in a member's name with their token."""

    def __init__(self, member: Actor) -> None:
        secret = f"muster_{member.name}"
        writes.issue_token(
            member,
            member.member_id or UUID(int=0),
            name="CAD",
            digest=admission.digest_of(secret),
            expires_at=timezone.now() + timedelta(days=1),
        )
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.client = Client()

    def look(self, path: str, **query: str) -> Any:
        return self.client.get(f"/api/v1/{path}", query, headers=self.headers)

    def act(self, path: str, said: Any = None, *, key: str = "", method: str = "post") -> Any:
        return getattr(self.client, method)(
            f"/api/v1/{path}",
            said or {},
            content_type="application/json",
            headers={**self.headers, "Idempotency-Key": key or str(uuid4())},
        )


class Browser(System):
    """A page's own calls, in the session of a member who signed in."""

    def __init__(self, member: Actor) -> None:
        self.headers = {}
        self.client = Client()
        self.client.force_login(Account.objects.get(member=member.member_id))
