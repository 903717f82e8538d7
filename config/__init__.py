"""The installation: settings, addresses, processes. It knows everything; nobody imports it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
