from __future__ import annotations

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "agencies"

    def ready(self) -> None:
        """Fill the registries: rules, sheets, painters, reads and writes."""
        from agencies import clocks, reads, rules, sharing, writes  # noqa: F401
        from agencies.reads import images, views  # noqa: F401
