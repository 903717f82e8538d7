"""One round of the demo under way: its incident, its players, its clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from config.demo.playing.cast import Cast, Player
from config.demo.playing.servers import Refused

LENGTH: Final = 600
# Every look at the board is recorded for those whose data it shows: not more often than needed.
LOOK_EVERY: Final = 3.0
LOOK_BESIDE_EVERY: Final = 10.0

Row = dict[str, Any]


@dataclass(slots=True)
class Stage:
    """Everything a scene of the play needs.

    Scenes are written for ten minutes; ``pace`` stretches or shortens them, and
    with none at all everything happens as fast as the server answers.
    """

    players: Cast
    name: str
    pace: float
    say: Callable[[str], None]
    incident: str = ""
    asks: dict[str, str] = field(default_factory=dict)
    beside: list[Callable[[], None]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    looked: float = 0.0

    def tell(self, line: str) -> None:
        """One line for the visitor, with the time of the play."""
        minutes, seconds = divmod(int(time.monotonic() - self.began), 60)
        self.say(f"{minutes:02}:{seconds:02}  {line}")

    def at(self, second: int) -> None:
        """Wait for a moment of the play. Meanwhile desks look after what goes on beside it."""
        self.wait_until(lambda: False, second)

    def wait_until(self, happened: Callable[[], bool], second: int) -> bool:
        """Whether something happened before that moment of the play; looked for once at least."""
        end = self.began + second * self.pace
        while True:
            self._look_beside()
            if happened():
                return True
            left = end - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(left, LOOK_EVERY))

    def _look_beside(self) -> None:
        if self.pace and time.monotonic() - self.looked < LOOK_BESIDE_EVERY:
            return
        self.looked = time.monotonic()
        for look in self.beside:
            look()

    def do(self, who: str, path: str, **said: Any) -> list[Row]:
        """Have a player do something. What is refused is told, and the play goes on."""
        player = self.players[who]
        try:
            return player.do(path, **said)
        except Refused as no:
            self.tell(f"({player.agency} was refused: {no})")
            return []

    def there(self, act: str = "") -> str:
        """The path of the incident, or of an act on it."""
        return f"incidents/{self.incident}/{act}"

    def rows(self, kind: str, who: str) -> list[Row]:
        """The rows of one kind on a player's board, each with its id. Who is not there has none."""
        try:
            shown = self.players[who].look(self.there("board/"))["rows"]
        except Refused:
            return []
        return [
            {"id": key.partition(":")[2], **row}
            for key, row in shown.items()
            if key.startswith(f"{kind}:")
        ]

    def player_of(self, owner: str) -> tuple[str, Player] | None:
        """Whoever plays for an agency, dispatchers first."""
        theirs = [(who, one) for who, one in self.players.items() if one.owner == owner]
        return min(theirs, default=None, key=lambda pair: "dispatcher" not in pair[1].actor.seats)


def fact(facts: list[Row], kind: str) -> Row | None:
    """The first fact of this kind."""
    return next((one for one in facts if one["kind"] == kind), None)
