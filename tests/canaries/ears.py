"""What was heard while tests ran, and what of it nobody ought to have heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Final

from tests.canaries.planting import SONG
from tests.canaries.texts import NEVER

# Whether one agency's log of looks says that another was shown this category of its data.
LOOKED: Final = """
    SELECT 1 FROM audit_testimony
    WHERE stream_key LIKE 'access:' || %s || '%%' AND agency_id = %s
      AND body::jsonb -> 'fact' -> 'categories' ? %s LIMIT 1
"""
Released = Callable[[str, str, str], bool]


@dataclass
class Count:
    """How much was heard."""

    answers: int = 0
    frames: int = 0
    lines: int = 0
    letters: int = 0
    songs: int = 0
    leaks: int = 0

    def __add__(self, other: Count) -> Count:
        summed = zip(asdict(self).values(), asdict(other).values(), strict=True)
        return Count(*(mine + theirs for mine, theirs in summed))

    def __str__(self) -> str:
        return (
            f"canaries: {self.answers} answers, {self.frames} frames, {self.letters} letters and"
            f" {self.lines} lines of the log heard; {self.songs} songs, {self.leaks} of them by"
            " whom they were not for"
        )


@dataclass
class Ears:
    """Whoever hears the canary of another agency must stand in that agency's log of looks, with

    the category that the canary is of (P9); of what nobody is shown, nobody may hear one (P11).
    """

    released: Released
    count: Count = field(default_factory=Count)
    kinds: set[str] = field(default_factory=set)
    leaks: list[str] = field(default_factory=list)

    def hear(self, viewer: str, said: bytes, where: str) -> None:
        """Search what somebody of this agency was told; a leak is kept until the test is over."""
        for song in set(SONG.findall(said)):
            owner, category, of = (part.decode() for part in song)
            self.count.songs += 1
            self.kinds.add(of)
            if owner != viewer[:8] and not self._may(owner, viewer, category):
                self.count.leaks += 1
                self.leaks.append(f"{where}: {of} ({category}) of {owner} to {viewer or 'nobody'}")

    def _may(self, owner: str, viewer: str, category: str) -> bool:
        return bool(viewer) and category != NEVER and self.released(owner, viewer, category)
