"""What must be so before the system starts."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register

from audit.rules import VISIBLE
from audit.writes import WRITES


@register()
def every_subject_can_be_seen_by_somebody(**_: Any) -> list[CheckMessage]:
    """A write's refusal needs to know who may see its subject at all."""
    return [
        Error(
            f"nobody said who sees {write.subject.__name__}",
            obj=write.name,
            id="audit.E001",
        )
        for write in WRITES.values()
        if write.subject not in VISIBLE
    ]
