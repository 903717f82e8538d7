"""Addresses of this app's part of the API."""

from __future__ import annotations

from django.urls import path
from rest_framework.routers import SimpleRouter

from audit.web.doors import Door
from mutualaid.web import api, ask_api, network_api, why_api

DOORS: dict[str, type[Door]] = {
    "requests": api.Requests,
    "lines": api.Lines,
    "rungs": api.Rungs,
    "asks": ask_api.Asks,
    "offers": ask_api.Offers,
    "network": network_api.Networks,
    "why": why_api.Whys,
}

router = SimpleRouter(use_regex_path=False)
for name, door in DOORS.items():
    door.lookup_value_converter = "uuid"  # type: ignore[attr-defined]
    router.register(name, door, basename=f"api-{name}")

urlpatterns = [
    path(
        "incidents/<uuid:pk>/edxl-rm/",
        api.Messages.as_view({"post": "create"}),
        name="api-edxl-rm",
    ),
    *router.urls,
]
