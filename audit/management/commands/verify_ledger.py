"""``manage.py verify_ledger``: does the ledger still say what it said?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from audit import verification, walls
from audit.models import Entry, Stream


class Command(BaseCommand):
    help = "Follows every stream's hash chain and every checkpoint. Exit status 1 if one is broken."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = verification.verify_all()
        for found in broken:
            self.stderr.write(f"BROKEN {found}")
        with walls.at_work(walls.CHECKER):
            lines, streams = Entry.objects.count(), Stream.objects.count()
        if broken:
            raise SystemExit(1)
        self.stdout.write(f"{lines} lines in {streams} streams hold.")
