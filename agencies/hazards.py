"""What kinds of incident there are: what happens, and what a clause may name."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Hazard(TextChoices):
    """What kind of incident it is."""

    FIRE = "fire", _("Fire")
    HAZMAT = "hazmat", _("Hazardous materials")
    MEDICAL = "medical", _("Mass casualty or medical")
    LAW = "law", _("Law enforcement")
    MISSING_PERSON = "missing_person", _("Missing person")
    FLOOD = "flood", _("Flood")
    WEATHER = "weather", _("Severe weather")
    EARTH = "earth", _("Earthquake, landslide or collapse")
    TRANSPORT = "transport", _("Transportation")
    UTILITY = "utility", _("Utility or infrastructure")
    HEALTH = "health", _("Public health")
    SCHOOL = "school", _("School emergency")
    PLANNED_EVENT = "planned_event", _("Planned event")
    OTHER = "other", _("Other")
