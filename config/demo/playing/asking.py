"""Asking for units, and answering."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils import timezone

from config.demo.playing.servers import Refused
from config.demo.playing.stage import Row, Stage, fact

OPEN: Final = frozenset({"requested", "acknowledged"})


def request(stage: Stage, who: str, *, kind: str, quantity: int, priority: str, place: str) -> str:
    """Ask for Type 1 units of a kind: the line that is sought from now on."""
    told = stage.do(
        who,
        "requests/",
        incident=stage.incident,
        priority=priority,
        needed_by=(timezone.now() + timedelta(hours=1)).isoformat(),
        deliver_to=place,
        lines=[{"kind": kind, "type": 1, "quantity": quantity, "or_better": False}],
    )
    submitted = fact(told, "mutualaid.request_submitted")
    return submitted["lines"][0] if submitted else ""


def solicitations(stage: Stage, who: str, line: str) -> list[Row]:
    return [row for row in stage.rows("solicitation", who) if row["line"] == line]


def is_asked(stage: Stage, who: str, line: str, by: str) -> bool:
    """Whether an agency is asked for a line and has not answered."""
    owner = stage.players[who].owner
    rows = solicitations(stage, by, line)
    return any(row["agency"] == owner and row["status"] in OPEN for row in rows)


def answer(stage: Stage, who: str, line: str, by: str, most: int, remarks: str = "") -> list[str]:
    """Offer what is free, up to a number; say no where nothing is: the call signs offered."""
    player = stage.players[who]
    mine = [row for row in solicitations(stage, by, line) if row["agency"] == player.owner]
    if not mine:
        return []
    ask = player.look(f"asks/{mine[-1]['id']}/")
    chosen = ask["choices"][: min(most, mine[-1]["asked_quantity"])]
    if not chosen:
        stage.do(who, f"asks/{ask['id']}/decline/", reason="not_available", remarks=remarks)
        return []
    eta = (timezone.now() + timedelta(minutes=12)).isoformat()
    resources = [one["id"] for one in chosen]
    stage.do(who, f"asks/{ask['id']}/offer/", resources=resources, eta=eta, remarks=remarks)
    return [one["call_sign"] for one in chosen]


def take_offers(stage: Stage, by: str, line: str) -> list[Row]:
    """Accept every offer that stands for a line, as much of each as is still wanted."""
    taken = []
    for row in solicitations(stage, by, line):
        if row["status"] == "offered":
            try:
                stage.players[by].do(f"offers/{row['id']}/accept/")
            except Refused:
                continue  # Settled a moment ago by somebody else, or not wanted any more.
            taken.append(row)
    return taken


def skip_on(stage: Stage, by: str, line: str, reason: str) -> bool:
    """Ask the next rung before its turn, if one waits."""
    waiting = [
        row for row in stage.rows("rung", by) if row["line"] == line and row["status"] == "waiting"
    ]
    if not waiting:
        return False
    first = min(waiting, key=lambda row: int(row["position"]))
    return bool(stage.do(by, f"rungs/{first['id']}/skip/", reason=reason))
