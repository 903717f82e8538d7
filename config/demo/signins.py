"""The sign-ins that the stories of the demo region speak of, by what people call them."""

from typing import Final

FIRE_DESK: Final = "dispatch@portelleryfire.example"
FIRE_COMMAND: Final = "command@portelleryfire.example"
COUNTY_FIRE_DESK: Final = "dispatch@tamarackfire.example"
POLICE_DESK: Final = "dispatch@portellerypolice.example"
POLICE_COMMAND: Final = "command@portellerypolice.example"
HEALTH_COMMAND: Final = "command@tamarackhealth.example"
SCHOOL_DESK: Final = "dispatch@portelleryschools.example"
SCHOOL_COMMAND: Final = "command@portelleryschools.example"
RAIL_COMMAND: Final = "command@northspur-rail.example"
COUNTY_DESK: Final = "dispatch@tamarackem.example"
COUNTY_COMMAND: Final = "command@tamarackem.example"
ROADS_DESK: Final = "dispatch@tamarackroads.example"
ROADS_COMMAND: Final = "command@tamarackroads.example"
RELIEF_DESK: Final = "dispatch@cedarlantern.example"
