from __future__ import annotations

from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        from config import celery, checks, tasks  # noqa: F401
