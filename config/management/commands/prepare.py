"""``manage.py prepare``: fills an empty installation with the demo, and says who can sign in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Seeds the demo region if nobody is here yet, and prints the demo's sign-ins."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--while-seeding", type=Path, help="A file that is there meanwhile.")

    def handle(self, *args: Any, **options: Any) -> None:
        if "seed_demo" in get_commands() and not get_user_model()._default_manager.exists():
            self.seed(options["while_seeding"])
        if "demo_sign_ins" in get_commands():
            call_command("demo_sign_ins", stdout=self.stdout)

    def seed(self, meanwhile: Path | None) -> None:
        if meanwhile:
            meanwhile.touch()
        call_command("seed_demo", stdout=self.stderr)
        if meanwhile:
            meanwhile.unlink()
