"""Addresses of this app's part of the API."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from audit.web.doors import Door
from incidents.web.api import Incidents
from incidents.web.api_alerts import Alerts
from incidents.web.api_glass import Glasses
from incidents.web.api_guests import Guests
from incidents.web.api_parts import (
    CommandOffers,
    CommandSeats,
    Deployments,
    Divisions,
    Objectives,
)
from incidents.web.api_sharing import Disclosures, Notes, Sharing, Withdrawals

DOORS: dict[str, type[Door]] = {
    "incidents": Incidents,
    "alerts": Alerts,
    "command-seats": CommandSeats,
    "command-offers": CommandOffers,
    "divisions": Divisions,
    "objectives": Objectives,
    "deployments": Deployments,
    "sharing": Sharing,
    "disclosures": Disclosures,
    "withdrawals": Withdrawals,
    "notes": Notes,
    "guests": Guests,
    "glass": Glasses,
}

router = SimpleRouter(use_regex_path=False)
for name, door in DOORS.items():
    door.lookup_value_converter = "uuid"  # type: ignore[attr-defined]
    router.register(name, door, basename=f"api-{name}")

urlpatterns = router.urls
