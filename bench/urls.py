"""Every address of an installation, the API of incidents included."""

from __future__ import annotations

from django.urls import include, path

from config.urls import urlpatterns as installed

urlpatterns = [*installed, path("api/v1/", include("incidents.web.api_urls"))]
