"""Guests at the door: whose session it is, at which incident, and whether their time holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from django.db import connection

from agencies import admission
from agencies.admission import Standing
from audit import walls
from audit.actors import Actor
from incidents.guests import GUESTS_SEAT

WHOSE = "whether who is at the door is a guest is found before it is known whose they are"
SEATS: Final = frozenset({GUESTS_SEAT})

# A stay holds by the clock, and while the incident runs, whatever has been told of it.
STAYS: Final = """
    FROM incidents_guest g
    JOIN incidents_incident i ON i.id = g.incident_id
    JOIN agencies_agency h ON h.id = g.host_id
    JOIN agencies_account a ON a.id = g.account_id
    WHERE g.ended_at IS NULL AND g.due_at > statement_timestamp() AND i.closed_at IS NULL
      AND a.is_active
"""
WHO: Final = f"""
    SELECT g.account_id, g.id, g.name, g.agency_name || ', guest of ' || h.name, g.host_id,
        i.time_zone {STAYS} AND g.account_id = ANY(%s)
"""
HOW: Final = f"SELECT g.id, g.name, a.sessions, g.due_at {STAYS} AND g.id = ANY(%s)"


def guests(accounts: Collection[UUID]) -> dict[UUID, Actor]:
    """Those of these accounts that are guests' whose stay holds."""
    return {
        account: Actor(
            member_id=pk,
            agency_id=pk,
            name=name,
            agency=agency,
            seats=SEATS,
            time_zone=zone,
            guest_of=host,
        )
        for account, pk, name, agency, host, zone in _found(WHO, accounts)
    }


def standing(people: Collection[UUID]) -> dict[UUID, Standing]:
    """How those of these who are guests stand, and until when by themselves."""
    return {
        pk: Standing(name, sessions, SEATS, until)
        for pk, name, sessions, until in _found(HOW, people)
    }


def _found(question: str, asked: Collection[UUID]) -> list[tuple[Any, ...]]:
    with walls.beyond(WHOSE), connection.cursor() as cursor:
        cursor.execute(question, [list(asked)])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


admission.GUESTS.append(guests)
admission.GUESTS_STANDING.append(standing)
