"""Devices of the people of the world."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.test import Client

from agencies import sittings, writes
from agencies.models import ExemptGround, Exemption, Member, Sitting
from audit.actors import Actor

MARK: Final = "a" * 40


def exemption_asked_by(member: Member) -> Exemption:
    """By hand, as the stage is laid out."""
    return Exemption.objects.create(
        agency=member.agency,
        name="Dispatch, position 2",
        ground=ExemptGround.DISPATCH_ROOM,
        device="0" * 40,
        asked_by=member,
        asked_at=ago(1),
    )


def exempted(by: Actor) -> UUID:
    """The device known as ``MARK`` stays open, for the people of an admin's agency."""
    assert by.agency_id
    asked = writes.ask_exemption(
        by, by.agency_id, name="Engine 4", ground=ExemptGround.VEHICLE, device=MARK
    )
    writes.exempt_device(by, asked.exemption)
    return asked.exemption


def leave(browser: Client, minutes: int = 31) -> None:
    """Nobody has touched this browser's device for so long."""
    Sitting.objects.filter(pk=browser.session[sittings.SITTING]).update(
        active_at=ago(minutes), device=MARK
    )


def ago(minutes: int) -> datetime:
    """By the database's clock, as the lock is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp() - make_interval(mins => %s)", [minutes])
        found: datetime = cursor.fetchone()[0]
        return found
