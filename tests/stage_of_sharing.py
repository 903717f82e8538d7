"""Rows of what two agencies settle between them at the fire."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from agencies.models import Account
from incidents.models import Disclosure, Glass, Guest, Withdrawal
from tests.world import World


def sharing(world: World) -> dict[str, Model]:
    """Bay City EMS asks, is withdrawn from, and has looked in an emergency."""
    now = timezone.now()
    return {
        "ask to share": Disclosure.objects.create(
            incident=world.fire,
            owner=world.harbor_fire,
            to=world.bay_ems,
            category="LES",
            status="asked",
            reason="Crew safety",
            asked_by="Dev Rao",
            asked_at=now,
        ),
        "withdrawal": Withdrawal.objects.create(
            incident=world.fire,
            owner=world.harbor_fire,
            partner=world.bay_ems,
            category="PHI",
            made_by="Ana Lopes",
            made_at=now,
        ),
        "glass": Glass.objects.create(
            incident=world.fire,
            owner=world.harbor_fire,
            agency=world.bay_ems,
            member_id=world.dev.member_id,
            member_name="Dev Rao",
            ground="life",
            reason="A child is in there",
            categories=["PII"],
            opened_at=now,
            until=now + timedelta(hours=1),
            review_due_at=now + timedelta(hours=72),
        ),
        "guest": Guest.objects.create(**_stay(world), digest="one"),
        # A guest is known by the id of their stay, so that one of these people can be one.
        "guest that is cleo": Guest.objects.create(
            **_stay(world), id=world.cleo.member_id, digest="two"
        ),
    }


def _stay(world: World) -> dict[str, Any]:
    """Somebody of an agency without an account, whom Harbor County Fire lets look on."""
    email = f"{uuid4()}@guest.invalid"
    return {
        "incident": world.fire,
        "host": world.harbor_fire,
        "account": Account.objects.create(email=email, password="!"),
        "name": "Kim Roe",
        "agency_name": "Seaside Rescue",
        "seat": "commander",
        "tier": "assist",
        "reason": "Their boats are coming",
        "invited_by": "Ana Lopes",
        "invited_at": timezone.now(),
        "due_at": timezone.now() + timedelta(hours=2),
    }
