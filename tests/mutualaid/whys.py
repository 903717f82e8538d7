"""Asking why one agency may, or may not, ask another."""

from __future__ import annotations

from typing import Any

from mutualaid import reads
from mutualaid.reads.why import Question, Why
from tests.mutualaid.region import Region
from tests.world import AMBULANCE


def why(region: Region, **changes: Any) -> Why:
    """Dora asks why Harbor County Fire may, or may not, ask Eastport at the fire."""
    said: dict[str, Any] = {
        "requester": region.world.harbor_fire.pk,
        "provider": region.eastport.pk,
        "kind": AMBULANCE,
        "incident": region.world.fire.pk,
    }
    return reads.why(region.dora, Question(**said | changes))
