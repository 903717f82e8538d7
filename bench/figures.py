"""What was measured, as lines of one plain table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEADS = ("what", "Muster", "beside", "limit", "ratio", "must", "aim", "verdict")


@dataclass(frozen=True, slots=True)
class Goal:
    """How Muster's figure must stand to its limit; times and costs at most, rates at least."""

    must: float
    aim: float
    at_least: bool = False

    def verdict(self, ratio: float) -> str:
        if self._reached(ratio, self.aim):
            return "aim"
        return "met" if self._reached(ratio, self.must) else "MISSED"

    def words(self) -> tuple[str, str]:
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.must:.3g}", f"{sign} {self.aim:.3g}"

    def _reached(self, ratio: float, bound: float) -> bool:
        return ratio >= bound if self.at_least else ratio <= bound


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what Muster took, what its limit took, and whether that is good enough.

    Without a limit beside it the figure itself is held against the goal.
    """

    what: str
    unit: str
    muster: float
    beside: str = ""
    limit: float | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float:
        return self.muster / self.limit if self.limit else self.muster

    def cells(self) -> tuple[str, ...]:
        must, aim = self.goal.words() if self.goal else ("", "")
        return (
            self.what,
            f"{_short(self.muster)} {self.unit}",
            self.beside,
            f"{_short(self.limit)} {self.unit}" if self.limit else "",
            f"{self.ratio:.2f}" if self.limit else "",
            must,
            aim,
            self.goal.verdict(self.ratio) if self.goal else "",
        )


def table(figures: Iterable[Figure]) -> str:
    """All lines under one another, in columns."""
    lines = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _short(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
