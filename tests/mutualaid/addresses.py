"""The addresses that tests of this app's doors need, as an installation includes them."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("agencies.web.entrance_urls")),
    path("", include("agencies.web.urls")),
    path("incidents/", include("incidents.web.urls")),
    path("", include("mutualaid.web.urls")),
    path("api/v1/", include("mutualaid.web.api_urls")),
]
