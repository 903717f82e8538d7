"""Rows of what two agencies settle between them at the fire."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from incidents.models import Disclosure, Glass, Withdrawal
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
    }
