"""Requests, their lines and the rungs that were asked, counted back from now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from cast import AGENCIES, FIRE

Row = dict[str, Any]


class Ladders:
    """What a request is made of."""

    now: datetime
    rows: dict[str, Row | None]

    def ago(self, **back: float) -> str:
        return (self.now - timedelta(**back)).isoformat()

    def put(self, key: str, owner: str, **fields: Any) -> None:
        self.rows[key] = {"owner": owner, "version": 1, **fields}

    def request(self, number: str, priority: str, place: str, minutes: int, label: str) -> None:
        self.put(
            f"request:{number}",
            FIRE,
            number=number,
            priority=priority,
            deliver_to=place,
            needed_by=(self.now + timedelta(minutes=minutes)).isoformat(),
            requested_by="Ana Ruiz",
            status="filled" if label == "Filled" else "open",
            status_label=label,
            verbal=False,
            reason=None,
        )

    def line(
        self, request: str, number: str, kind: str, of_type: int, ordered: int, accepted: int
    ) -> None:
        self.put(
            f"line:{number}",
            FIRE,
            request=request,
            number=number,
            kind_code=kind,
            kind_name=kind,
            type=of_type,
            or_better=True,
            ordered=ordered,
            accepted=accepted,
            received=accepted // 2,
            status="open",
            tier=1,
        )

    def rung(
        self, line: str, at: int, label: str, status: str, answers: list[Any], asked: int
    ) -> None:
        key = f"{line}-{at}"
        due = (self.now + timedelta(seconds=134 if at == 3 else 47)).isoformat()
        self.put(
            f"rung:{key}",
            FIRE,
            line=line,
            position=at,
            tier=at,
            tier_label=label,
            status=status,
            asked_at=self.ago(minutes=2),
            remind_at=None,
            due_at=due,
            note=None,
        )
        for agency, state, quantity, reason in answers:
            self.put(
                f"solicitation:{key}-{agency}",
                agency,
                line=line,
                rung=key,
                agency=agency,
                agency_name=AGENCIES[agency][1],
                status=state,
                asked_quantity=asked,
                quantity=quantity,
                reason=reason,
                answered_at=self.ago(minutes=4) if state in {"accepted", "declined"} else None,
                due_at=due,
                clause="Clause 4.2: may ask for engines.",
                late=False,
            )
