"""``manage.py migration_sql folder``: every migration's SQL as a file, for the migration lint."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader


class Command(BaseCommand):
    help = "Writes the SQL of every migration of ours into a folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        for app, name in MigrationLoader(connection).disk_migrations:
            if Path(apps.get_app_config(app).path).parent == settings.ROOT:
                sql = StringIO()
                call_command("sqlmigrate", app, name, stdout=sql)
                (options["folder"] / f"{app}.{name}.sql").write_text(sql.getvalue())
