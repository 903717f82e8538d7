from __future__ import annotations

from django.apps import AppConfig


class MutualAidConfig(AppConfig):
    name = "mutualaid"

    def ready(self) -> None:
        from mutualaid import rules, sharing, tasks, writes  # noqa: F401
        from mutualaid.reads import images  # noqa: F401
