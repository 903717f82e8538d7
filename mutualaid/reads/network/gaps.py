"""Kinds that nobody near enough owes one's own agency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agencies.typing import catalogue
from agencies.typing.catalogue import Kind
from mutualaid.reads.images.words import tier_label
from mutualaid.reads.network.drawdown import Counts
from mutualaid.reads.network.promises import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A kind that nobody within reach owes; ``farther`` names the nearest tier that does."""

    kind_code: str
    kind: str
    discipline: str
    ours: int
    farther: str

    @property
    def exposed(self) -> bool:
        """Whether somebody has it: oneself, with nobody to stand in, or somebody far away."""
        return bool(self.ours or self.farther)


def gaps(promises: Iterable[Promise], home: Counts, reach: int) -> tuple[Gap, ...]:
    """What one has oneself comes first: when it is out, nobody comes to stand in for it."""
    nearest: dict[str, int] = {}
    for one in promises:
        nearest[one.kind_code] = min(one.tier, nearest.get(one.kind_code, one.tier))
    ours: dict[str, int] = {}
    for (kind, _type), count in home.items():
        ours[kind] = ours.get(kind, 0) + count
    found = (
        _gap(kind, ours.get(kind.code, 0), nearest.get(kind.code))
        for kind in catalogue.kinds()
        if nearest.get(kind.code, reach + 1) > reach
    )
    return tuple(sorted(found, key=lambda gap: (not gap.exposed, gap.discipline, gap.kind)))


def _gap(kind: Kind, ours: int, nearest: int | None) -> Gap:
    return Gap(
        kind_code=kind.code,
        kind=kind.name,
        discipline=kind.discipline,
        ours=ours,
        farther=tier_label(nearest),
    )
