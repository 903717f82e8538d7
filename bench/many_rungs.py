"""Thousands of ladders on which somebody was asked and nobody answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle, islice

from django.db import connection
from django.db.models import F
from django.utils import timezone

from agencies.models import Priority
from incidents.models import Incident
from mutualaid.matching import RANKS
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation
from tests.mutualaid import region as regions
from tests.world import AMBULANCE, build, seeding

MEASURE = """
    WITH told AS (
        SELECT (t.body::jsonb->'fact'->>'rung')::uuid AS rung, min(e.recorded_at) AS at,
               count(*) AS times
        FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
        WHERE e.kind = 'mutualaid.rung_lapsed' GROUP BY 1
    ), late AS (
        SELECT extract(epoch FROM told.at - r.due_at) AS seconds, r.rank, told.times
        FROM told JOIN mutualaid_rung r ON r.id = told.rung
    )
    SELECT count(*), count(*) FILTER (WHERE times > 1),
           percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds),
           percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds),
           max(seconds),
           percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE rank = 1)
    FROM late
"""


def make(number: int, incidents: int, priorities: Sequence[str]) -> None:
    """So many requests with one line each, at so many incidents, each asked and waiting."""
    region = regions.build(build())
    with seeding():
        places = _incidents(region, incidents)
        requests = _requests(region, number, places, priorities)
        lines = OrderLine.objects.bulk_create(
            OrderLine(request=request, number="E-1", kind=AMBULANCE, ordered=1,
                      status="soliciting", tier=2)
            for request in requests
        )  # fmt: skip
        _ladders(region, lines)


def fall_due() -> None:
    """All of them run out of time now."""
    with seeding():
        Rung.objects.filter(status="asked").update(
            due_at=timezone.now(), asked_at=F("asked_at") - timedelta(minutes=10)
        )


def measured() -> tuple[int, int, float, float, float, float]:
    with connection.cursor() as cursor:
        cursor.execute(MEASURE)
        row = cursor.fetchone()
    return row[0], row[1], *(float(each) for each in row[2:])


def _incidents(region: regions.Region, number: int) -> list[Incident]:
    fire = region.world.fire
    return Incident.objects.bulk_create(
        Incident(number=f"HCF-2026-{place:04}", name=f"Fire {place}", kind="fire", mode=fire.mode,
                 opened_by=fire.opened_by, opened_at=fire.opened_at)
        for place in range(2, number + 2)
    )  # fmt: skip


def _requests(
    region: regions.Region, number: int, places: Sequence[Incident], priorities: Sequence[str]
) -> list[ResourceRequest]:
    now = timezone.now()
    return ResourceRequest.objects.bulk_create(
        ResourceRequest(
            incident=place,
            requested_by=region.world.harbor_fire,
            requester_name="Dora Weiss",
            number=f"R-{count}",
            priority=priority,
            needed_by=now + timedelta(hours=4),
            deliver_to="North lot",
            requested_at=now,
        )
        for count, place, priority in islice(
            zip(range(number), cycle(places), cycle(priorities), strict=False), number
        )
    )


def _ladders(region: regions.Region, lines: Sequence[OrderLine]) -> None:
    now = timezone.now()
    rungs = Rung.objects.bulk_create(
        Rung(line=line, position=1, rank=RANKS[Priority(line.request.priority)], tier=2,
             status="asked", asked_at=now, remind_at=now, reminded_at=now,
             due_at=now + timedelta(minutes=5))
        for line in lines
    )  # fmt: skip
    Rung.objects.bulk_create(
        Rung(line=line, position=2, rank=RANKS[Priority(line.request.priority)], tier=3)
        for line in lines
    )
    clause = {"agreement_title": "Harbor County Fire mutual aid", "number": "2", "text": "supply",
              "heading": "Duty to supply", "tier": 2, "floor": 1}  # fmt: skip
    Solicitation.objects.bulk_create(
        Solicitation(line=rung.line, rung=rung, agency=agency,
                     clause_id=region.world.agreement.pk, clause=clause, asked_quantity=1,
                     asked_at=now, due_at=now + timedelta(minutes=5))
        for rung in rungs
        for agency in (region.world.bay_ems, region.eastport)
    )  # fmt: skip
