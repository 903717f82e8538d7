"""``/healthz``: for supervisors, containers and load balancers."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.health import ALL, health


@login_not_required
@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Each dependency, up or down and since when; ``?of=database,redis`` asks for some."""
    wanted = tuple(name for name in request.GET.get("of", "").split(",") if name in ALL)
    found = health(wanted or ALL)
    well = all(each.up for each in found.values())
    return JsonResponse(
        {"well": well, **{name: asdict(each) for name, each in found.items()}},
        status=HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE,
    )
