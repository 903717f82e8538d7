"""What about sharing waits for an agency: the bar of every page says so."""

from __future__ import annotations

from uuid import UUID

from agencies.reads.inbox import COUNTS
from incidents.lifecycle import DisclosureStatus
from incidents.models import Disclosure, Glass


def waiting(agency: UUID) -> int:
    """Asks to share that are not answered, and emergency looks that are not reviewed."""
    asked = Disclosure.objects.filter(owner=agency, status=DisclosureStatus.ASKED)
    opened = Glass.objects.filter(owner=agency, reviewed_at__isnull=True)
    return asked.order_by().values("pk").union(opened.order_by().values("pk")).count()


COUNTS.append(waiting)
