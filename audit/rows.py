"""What every guarded row of the domain has: an id that tells nothing, and a version."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q

from audit.saving import save_new, save_together

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)


class Row(models.Model):
    """Base of every domain model. The database counts ``version`` up at each change."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Save by SQL that is worked out once, where the row is new or it is said which fields."""
        if self._state.adding and not (args or update_fields or options.get("force_update")):
            save_new([self])
        elif update_fields and not (args or options):
            save_together([self], update_fields)
        else:
            super().save(*args, update_fields=update_fields, **options)


def sane_time(name: str, *fields: str) -> CheckConstraint:
    """Times that can be read back: a year 10000 is accepted by the database and by nothing else."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (EARLIEST, LATEST)})
    return CheckConstraint(
        name=name,
        condition=condition,
        violation_error_message="Give a time between the years 1970 and 2100.",
    )


def sane_place(name: str) -> CheckConstraint:
    """A point on Earth, or none; never half of one (RULE-GEO-01)."""
    return CheckConstraint(
        name=name,
        condition=Q(latitude__isnull=True, longitude__isnull=True)
        # A CHECK is content with NULL, so that half a place must be refused in so many words.
        | Q(
            latitude__isnull=False,
            longitude__isnull=False,
            latitude__range=(-90, 90),
            longitude__range=(-180, 180),
        ),
        violation_error_message="Give latitude (±90) and longitude (±180), or neither.",
    )
