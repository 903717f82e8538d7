"""How much of everything a round takes: the figures of the README, or a short round for tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    sockets: tuple[int, ...] = (200, 1000)
    changes: int = 24
    rounds: int = 3
    seconds: float = 3.0
    incidents: int = 50
    due_rungs: int = 3000
    steady_rungs: int = 100
    pending_rungs: int = 100_000
    entries: int = 200_000
    units: int = 300
    requests: int = 50
    history: int = 10_000
    storm_rows: int = 250


FULL = Sizes()
SHORT = Sizes(
    sockets=(12,),
    changes=3,
    rounds=1,
    seconds=0.3,
    incidents=3,
    due_rungs=6,
    steady_rungs=3,
    pending_rungs=9,
    entries=300,
    units=12,
    requests=3,
    history=40,
    storm_rows=20,
)
