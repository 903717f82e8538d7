"""``manage.py add_agency``: the first agency of a fresh installation, and each one after it."""

from __future__ import annotations

import os
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agencies import writes
from agencies.details import AgencyDetails, MemberDetails, Password
from agencies.models import Discipline, SeatKind
from agencies.reads.directory import DIRECTORY
from audit import walls
from audit.actors import machine

PASSWORD_FROM = "MUSTER_ADMIN_PASSWORD"


class Command(BaseCommand):
    help = (
        "Enters an agency in the directory, with an admin whose password is asked for,"
        f" or read from {PASSWORD_FROM}."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="2 to 12 capital letters, digits or hyphens")
        parser.add_argument("name")
        parser.add_argument("--discipline", required=True, choices=Discipline.values)
        parser.add_argument("--jurisdiction", required=True)
        parser.add_argument("--time-zone", default="UTC")
        parser.add_argument("--admin-email", required=True)
        parser.add_argument("--admin-name", required=True)

    def handle(self, *args: Any, **said: Any) -> None:
        operator = machine("add_agency", via="command")
        password = Password.of(os.environ.get(PASSWORD_FROM) or getpass("Password: "))
        with walls.at_work(walls.OPERATOR):
            founded = writes.found_agency(
                operator, DIRECTORY, code=said["code"], details=_details(said)
            )
            admin = MemberDetails(
                email=said["admin_email"],
                name=said["admin_name"],
                seats=frozenset({SeatKind.ADMIN}),
            )
            writes.add_member(operator, founded.agency, member=admin, password=password)
        self.stdout.write(f"{founded.name} is entered; {admin.email} may sign in and run it.")


def _details(said: dict[str, Any]) -> AgencyDetails:
    return AgencyDetails(
        name=said["name"],
        discipline=Discipline(said["discipline"]),
        jurisdiction=said["jurisdiction"],
        time_zone=said["time_zone"],
    )
