"""What players do with units: send them, bring them there, put them to work, take them home."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from config.demo.playing.servers import Refused
from config.demo.playing.stage import Row, Stage

COMING: Final = frozenset({"committed", "mobilizing", "en_route"})
ON_SCENE: Final = frozenset(
    {"checked_in", "staged", "available_base", "assigned", "out_of_service"}
)
GOING: Final = frozenset({"released", "returning", "withdrawn"})


def send(stage: Stage, who: str, most: int, kinds: tuple[str, ...]) -> list[str]:
    """Commit what is free of these kinds, one of each first: the call signs."""
    player = stage.players[who]
    ready = [one for one in player.look("resources/?status=available") if not one["where"]]
    sent: list[str] = []
    for kind in kinds * most:
        for one in [one for one in ready if one["kind_code"] == kind]:
            ready.remove(one)
            try:
                player.do(stage.there("deployments/"), resource=one["id"])
            except Refused:
                continue  # It is at another incident; the next may be free.
            sent.append(one["call_sign"])
            break
        if len(sent) == most:
            break
    return sent


def rows_where(stage: Stage, who: str, wanted: Callable[[Row], bool]) -> list[Row]:
    return [row for row in stage.rows("deployment", who) if wanted(row)]


def own_coming(stage: Stage, who: str) -> list[Row]:
    """An agency's own units that have not arrived."""
    owner = stage.players[who].owner
    return rows_where(stage, who, lambda row: row["owner"] == owner and row["state"] in COMING)


def set_out(stage: Stage, who: str) -> None:
    """An agency's own units take to the road."""
    for row in own_coming(stage, who):
        if row["state"] != "en_route":
            move(stage, who, row, "en_route")


def arrive(stage: Stage, who: str, owners: Iterable[str], place: str) -> list[str]:
    """Check in everything of these agencies that is on the way."""
    theirs = frozenset(owners)
    due = rows_where(stage, who, lambda row: row["owner"] in theirs and row["state"] in COMING)
    for row in due:
        stage.do(who, f"deployments/{row['id']}/check-in/", version=row["version"], place=place)
    return [row["call_sign"] for row in due]


def put_to_work(stage: Stage, who: str, owners: Iterable[str], division: str) -> list[str]:
    """Assign everything of these agencies that has just checked in."""
    theirs = frozenset(owners)
    idle = rows_where(
        stage, who, lambda row: row["owner"] in theirs and row["state"] == "checked_in"
    )
    for row in idle:
        move(stage, who, row, "assigned", division=division)
    return [row["call_sign"] for row in idle]


def move(stage: Stage, who: str, row: Row, state: str, **more: str) -> None:
    path = f"deployments/{row['id']}/move/"
    stage.do(who, path, state=state, version=row["version"], **more)


def spoken(call_signs: list[str]) -> str:
    """``Engine 11 and Medic 14``, or that there is none."""
    if not call_signs:
        return "no unit"
    *others, last = call_signs
    return f"{', '.join(others)} and {last}" if others else last
