"""The agreements of the demo region, nearest help first."""

from typing import Final

from config.demo.agreements_aid import AUTOMATIC_AID, POLICE_AID
from config.demo.agreements_link import AMBULANCE_LINK
from config.demo.agreements_region import LAKE_COMPACT, STATE_PLAN
from config.demo.agreements_sharing import (
    EVACUATION_BUSES,
    GAS_EMERGENCIES,
    SCHOOL_SAFETY,
)

AGREEMENTS: Final = (
    AUTOMATIC_AID,
    POLICE_AID,
    AMBULANCE_LINK,
    LAKE_COMPACT,
    STATE_PLAN,
    SCHOOL_SAFETY,
    EVACUATION_BUSES,
    GAS_EMERGENCIES,
)
