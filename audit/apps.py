from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "audit"

    def ready(self) -> None:
        from audit import checks, grants, tasks  # noqa: F401

        post_migrate.connect(grants.renew, sender=self, dispatch_uid="audit.grants")
