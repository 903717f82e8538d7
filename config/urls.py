"""Every address of an installation."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView

from agencies.web.live.inbox import AgencyConsumer
from config.healthz import healthz
from config.metrics import metrics
from incidents.web import guest_pages
from incidents.web.live import IncidentConsumer

handler400 = "config.refusals.bad_request"
handler403 = "config.refusals.forbidden"
handler404 = "config.refusals.not_found"
handler500 = "config.refusals.failed"

urlpatterns: list[URLPattern | URLResolver] = [
    # First, as other systems call more often than people: an address is looked for in this order.
    path("api/v1/", include("incidents.web.api_urls")),
    path("api/v1/", include("mutualaid.web.api_urls")),
    path("api/v1/", include("agencies.web.api_urls")),
    path("api/v1/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("", RedirectView.as_view(url="/incidents/"), name="home"),
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("", include("agencies.web.entrance_urls")),
    path("", include("agencies.web.urls")),
    path("guest/<str:secret>/", guest_pages.come, name="come-as-guest"),
    path("incidents/", include("incidents.web.urls")),
    path("", include("mutualaid.web.urls")),
]

socket_urlpatterns: list[URLPattern] = [
    path("live/incidents/<uuid:pk>/", IncidentConsumer.as_asgi()),
    path("live/agency/", AgencyConsumer.as_asgi()),
]
