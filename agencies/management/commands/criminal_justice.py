"""``manage.py criminal_justice``: the checklist that turns criminal justice data on."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agencies import writes
from agencies.models import CheckItem
from agencies.reads.checklist import checklist
from agencies.reads.directory import DIRECTORY
from audit.actors import machine


class Command(BaseCommand):
    help = (
        "Shows the checklist for criminal justice data (RULE-CJ-02), confirms one item of it,"
        " or withdraws one. The data is on while every item stands confirmed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--confirm", choices=CheckItem.values)
        what.add_argument("--withdraw", choices=CheckItem.values)
        parser.add_argument("--by", default="", help="who confirms it, by name and office")
        parser.add_argument("--ground", default="", help="the document or the reason")

    def handle(self, *args: Any, **said: Any) -> None:
        operator = machine("criminal_justice", via="command")
        if said["confirm"]:
            writes.confirm_item(
                operator,
                DIRECTORY,
                item=CheckItem(said["confirm"]),
                confirmed_by=said["by"],
                ground=said["ground"],
            )
        if said["withdraw"]:
            item = CheckItem(said["withdraw"])
            writes.withdraw_item(operator, DIRECTORY, item=item, ground=said["ground"])
        listed = checklist(operator)
        for entry in listed.items:
            sign = "x" if entry.confirmed_at else " "
            self.stdout.write(f"[{sign}] {entry.item:14} {entry.label}  {entry.confirmed_by}")
        self.stdout.write(f"Criminal justice data is {'on' if listed.on else 'off'}.")
