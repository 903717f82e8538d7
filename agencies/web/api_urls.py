"""Addresses of this app's part of the API."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from agencies.web import (
    agreement_api,
    amendment_api,
    api,
    attachment_api,
    audit_api,
    clearance_api,
    device_api,
    invitation_api,
    letter_api,
    negotiation_api,
)
from audit.web.doors import Door

DOORS: dict[str, type[Door]] = {
    "agencies": api.Agencies,
    "members": api.Members,
    "seats": api.Seats,
    "clearances": clearance_api.Clearances,
    "criminal-justice": clearance_api.Checklist,
    "resources": api.Resources,
    "kinds": api.Kinds,
    "agreements": agreement_api.Agreements,
    "amendments": amendment_api.Amendments,
    "parties": agreement_api.Parties,
    "reviews": negotiation_api.Reviews,
    "redlines": negotiation_api.Redlines,
    "motions": negotiation_api.Motions,
    "standings": negotiation_api.PartyStandings,
    "clauses": agreement_api.Clauses,
    "sections": agreement_api.Sections,
    "attachments": attachment_api.Attachments,
    "tokens": audit_api.Tokens,
    "invitations": invitation_api.Invitations,
    "letters": letter_api.Letters,
    "devices": device_api.Devices,
    "looks": audit_api.Looks,
    "trail": audit_api.Trail,
    "security": audit_api.Security,
}

router = SimpleRouter(use_regex_path=False)
for name, door in DOORS.items():
    door.lookup_value_converter = "uuid"  # type: ignore[attr-defined]
    router.register(name, door, basename=f"api-{name}")

urlpatterns = router.urls
