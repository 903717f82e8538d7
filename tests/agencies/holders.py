"""Who holds which account, and a token of theirs."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from agencies import admission, writes
from agencies.models import Account
from audit.actors import Actor


def account_of(actor: Actor) -> Account:
    return Account.objects.get(member=actor.member_id)


def member_id(actor: Actor) -> UUID:
    assert actor.member_id is not None
    return actor.member_id


def issued(actor: Actor) -> UUID:
    return writes.issue_token(
        actor,
        member_id(actor),
        name="CAD",
        digest=admission.digest_of("muster_secret"),
        expires_at=timezone.now() + timedelta(days=30),
    ).token
