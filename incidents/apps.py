from __future__ import annotations

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "incidents"

    def ready(self) -> None:
        from incidents import at_the_door, reads, rules, sharing, tasks, writes  # noqa: F401
