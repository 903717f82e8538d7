"""``manage.py play_demo``: the demo's agencies run an incident, and a visitor takes part."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import env
from config.demo.playing import play
from config.demo.playing.cast import NotHere
from config.demo.playing.servers import Lost, Refused

HERE = "http://127.0.0.1:8000"


class Command(BaseCommand):
    help = "Plays the other agencies of the demo on a running server, through its API."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--minutes", type=float, default=10.0, help="How long; 0 is at once.")
        parser.add_argument("--address", help="Where the server is; else MUSTER_ADDRESS says it.")
        parser.add_argument("--incident", default="Route 12 Pileup", help="What to call it.")

    def handle(self, *args: Any, **options: Any) -> None:
        address = (options["address"] or env.text("MUSTER_ADDRESS", HERE)).rstrip("/")
        if not address.startswith(("http://", "https://")):
            raise CommandError(f"{address} is no address. Say one like {HERE}.")
        try:
            with _ended_in_order():
                play(address, options["incident"], max(options["minutes"], 0), self._say)
        except NotHere as empty:
            raise CommandError(str(empty.__doc__)) from empty
        except Lost as gone:
            raise CommandError(
                f"The server at {address} does not answer. Is `make run` still running?"
            ) from gone
        except Refused as no:
            raise CommandError(f"The server refused to begin: {no}") from no

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let whoever ends the program break the play off as Ctrl-C does: nothing stays open."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
