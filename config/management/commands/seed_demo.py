"""``manage.py seed_demo``: the made-up region, in an installation that is still empty."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.demo.region import REGION
from config.demo.seeding import NotEmpty, seed

NOT_HERE = (
    "This installation is not one for demonstrations: everybody knows the demo's password.\n"
    "Way out: MUSTER_DEMO=true says that it is one; --really seeds it all the same."
)


class Command(BaseCommand):
    help = (
        "Writes the demo region: 18 agencies, their people, resources and agreements, and two"
        " incidents. All of it or nothing: broken off, it is simply begun again."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--really", action="store_true", help="Even where real work is done.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or options["really"]):
            raise CommandError(NOT_HERE)
        begun = time.monotonic()
        try:
            seed(REGION, timezone.now())
        except NotEmpty as full:
            self.stdout.write(str(full))
            return
        self.stdout.write(
            f"The demo region stands: {len(REGION.agencies)} agencies, {len(REGION.people)} people,"
            f" {len(REGION.resources)} resources, {len(REGION.agreements)} agreements,"
            f" {len(REGION.stories)} incidents ({time.monotonic() - begun:.1f} s)."
        )
