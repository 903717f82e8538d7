from __future__ import annotations

from django.apps import AppConfig


class MutualAidConfig(AppConfig):
    name = "mutualaid"
