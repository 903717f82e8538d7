"""Counts for operators, by Prometheus.

Each container is scraped by itself, and Prometheus adds them up. The processes of
one container count into files that they share, so that a scrape sees all of them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
    multiprocess,
)

requests = Histogram(
    "muster_request_seconds",
    "Requests by route and answer, and how long each took.",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class CountRequests:
    """Counts and times every request, by the route's name and not by its address.

    An address holds ids, and one series for each would fill the memory of whoever scrapes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        found = request.resolver_match
        route = found.view_name or found.route if found else "nowhere"
        method = request.method if request.method in METHODS else "other"
        requests.labels(method, route, response.status_code).observe(time.perf_counter() - begun)
        return response


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """What this server counted. The proxy keeps it from the outside."""
    return HttpResponse(generate_latest(_counted()), content_type=CONTENT_TYPE_LATEST)


def _counted() -> CollectorRegistry:
    """What this process counted, or all those that share its server."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    together = CollectorRegistry()
    multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return together
