"""What kind of incident an alert's words and category point to."""

import re
from enum import StrEnum
from typing import Final

from .cap_alert import Category


class Hazard(StrEnum):
    """The kinds of incident that an alert can propose."""

    EARTHQUAKE = "earthquake"
    TSUNAMI = "tsunami"
    VOLCANO = "volcano"
    LANDSLIDE = "landslide"
    FLOOD = "flood"
    TROPICAL_CYCLONE = "tropical_cyclone"
    TORNADO = "tornado"
    WINTER_WEATHER = "winter_weather"
    HEAT = "heat"
    SEVERE_WEATHER = "severe_weather"
    WILDFIRE = "wildfire"
    FIRE = "fire"
    HAZARDOUS_MATERIALS = "hazardous_materials"
    PUBLIC_HEALTH = "public_health"
    MISSING_PERSON = "missing_person"
    LAW_ENFORCEMENT = "law_enforcement"
    SEARCH_AND_RESCUE = "search_and_rescue"
    TRANSPORTATION = "transportation"
    UTILITY_OUTAGE = "utility_outage"
    ENVIRONMENT = "environment"
    PUBLIC_SAFETY = "public_safety"
    OTHER = "other"


# In this order: "tornado watch for the storm" is about a tornado.
_STEMS: Final = (
    (Hazard.TSUNAMI, ("tsunami",)),
    (Hazard.EARTHQUAKE, ("earthquake", "aftershock")),
    (Hazard.VOLCANO, ("volcan", "lahar", "ashfall")),
    (Hazard.LANDSLIDE, ("landslide", "mudslide", "debris flow", "avalanche")),
    (Hazard.TORNADO, ("tornado",)),
    (Hazard.TROPICAL_CYCLONE, ("hurricane", "typhoon", "cyclone", "tropical storm")),
    (Hazard.FLOOD, ("flood", "dam break", "dam failure", "storm surge")),
    (Hazard.WILDFIRE, ("wildfire", "bushfire", "bush fire", "grass fire", "forest fire")),
    (Hazard.MISSING_PERSON, ("amber", "missing", "abduct", "silver alert")),
    (Hazard.HAZARDOUS_MATERIALS, ("hazardous", "chemical", "radiolog", "nuclear", "gas leak")),
    (Hazard.WINTER_WEATHER, ("snow", "blizzard", "ice storm", "winter", "frost", "freez")),
    (Hazard.HEAT, ("heat",)),
    (Hazard.UTILITY_OUTAGE, ("power outage", "water shortage", "outage", "blackout")),
    (Hazard.SEVERE_WEATHER, ("thunderstorm", "wind", "hail", "storm", "rain")),
)
# A stem begins a word: a grain elevator is no rain, and a theater no heat.
_BY_WORD: Final = tuple((kind, re.compile(rf"\b(?:{'|'.join(stems)})")) for kind, stems in _STEMS)
_BY_CATEGORY: Final = {
    Category.GEO: Hazard.OTHER,
    Category.MET: Hazard.SEVERE_WEATHER,
    Category.SAFETY: Hazard.PUBLIC_SAFETY,
    Category.SECURITY: Hazard.LAW_ENFORCEMENT,
    Category.RESCUE: Hazard.SEARCH_AND_RESCUE,
    Category.FIRE: Hazard.FIRE,
    Category.HEALTH: Hazard.PUBLIC_HEALTH,
    Category.ENV: Hazard.ENVIRONMENT,
    Category.TRANSPORT: Hazard.TRANSPORTATION,
    Category.INFRA: Hazard.UTILITY_OUTAGE,
    Category.CBRNE: Hazard.HAZARDOUS_MATERIALS,
    Category.OTHER: Hazard.OTHER,
}


def hazard(event: str, categories: tuple[Category, ...]) -> Hazard:
    """What the event is called decides; its category where the words say nothing known."""
    words = event[:500].casefold()
    for kind, stem in _BY_WORD:
        if stem.search(words):
            return kind
    return _BY_CATEGORY[categories[0]] if categories else Hazard.OTHER
