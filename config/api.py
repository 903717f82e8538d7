"""How the API takes and gives, and how it describes itself: the settings of it."""

from __future__ import annotations

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "agencies.web.authentication.Token",
        "agencies.web.authentication.Session",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["config.parsers.StrictJson"],
    "DEFAULT_RENDERER_CLASSES": ["config.renderers.Json"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.refusals.problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Muster",
    "VERSION": "1",
    "DESCRIPTION": "Everything the screens do, for systems that work beside them.",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "HazardEnum": "incidents.models.Hazard",
        "ClearanceKindEnum": "agencies.categories.ClearanceKind",
        "ControlEnum": "agencies.models.Control",
        "PriorityEnum": "agencies.models.Priority",
        "PurposeEnum": "agencies.categories.Purpose",
        "DivisionKindEnum": "incidents.models.DivisionKind",
        "ClauseKindEnum": "agencies.models.ClauseKind",
        "TierEnum": "agencies.models.Tier",
        "GuestTierEnum": "incidents.models.Tier",
        "SeatKindEnum": "agencies.models.SeatKind",
    },
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
}
