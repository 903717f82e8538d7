"""What every page of somebody signed in shows: whose eyes these are, and what waits for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agencies.reads.inbox import waiting
from agencies.words import SeatKind
from audit.actors import Actor


def you(request: HttpRequest) -> dict[str, Any]:
    """For ``base.html``. Counted only where a page shows it."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {}
    labels = [str(kind.label) for kind in SeatKind if kind in actor.seats]
    return {
        "my_agency": actor.agency,
        "seat_label": ", ".join(labels),
        "inbox_count": SimpleLazyObject(lambda: waiting(actor)),
    }
