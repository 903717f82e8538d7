"""Every address of an installation."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

handler400 = "config.refusals.bad_request"
handler403 = "config.refusals.forbidden"
handler404 = "config.refusals.not_found"
handler500 = "config.refusals.failed"

urlpatterns: list[URLPattern | URLResolver] = []

socket_urlpatterns: list[URLPattern] = []
