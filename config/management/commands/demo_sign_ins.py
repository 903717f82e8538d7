"""``manage.py demo_sign_ins``: as whom one can sign in to the demo, and what to try there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from agencies import reads
from config.demo.region import REGION
from config.demo.seeding.founding import OPERATOR
from config.demo.shapes import Person
from config.demo.signins import (
    FIRE_RELIEF,
    LEAD,
    PARTNER,
    PASSWORD,
    TO_TRY,
    TO_TRY_IN_RELIEF,
)


class Command(BaseCommand):
    help = "Prints one sign-in of the demo region for each kind of user."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        here = {agency.code for agency in reads.agencies(OPERATOR)}
        if not {LEAD, PARTNER} <= here:
            self.stdout.write("The demo region is not here: `manage.py seed_demo` writes it.")
            return
        for line in _lines():
            self.stdout.write(line)


def _lines() -> Iterator[str]:
    names = {agency.code: agency.name for agency in REGION.agencies}
    yield "This is a demo: made-up agencies, and one password that everybody knows."
    yield f"Password of all sign-ins: {PASSWORD}"
    for which, code in enumerate((LEAD, PARTNER)):
        yield f"\n{names[code]}"
        for person in REGION.people:
            if person.agency == code:
                yield _line(person, which)


def _line(person: Person, which: int) -> str:
    [seat] = person.seats
    tries = TO_TRY_IN_RELIEF if person.email == FIRE_RELIEF else TO_TRY[seat][which]
    return f"  {seat:<11}{person.email:<34}{tries}"
