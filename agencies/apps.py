from __future__ import annotations

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "agencies"

    def ready(self) -> None:
        """Fill the registries: rules, sheets, painters, reads and writes."""
        from django.contrib.auth.signals import user_logged_in

        from agencies import clocks, reads, rules, sessions, sharing, sittings, tasks, writes  # noqa: F401
        from agencies.reads import images, views  # noqa: F401

        user_logged_in.connect(sessions.begin, dispatch_uid="agencies.sessions.begin")
        user_logged_in.connect(sittings.begin, dispatch_uid="agencies.sittings.begin")
