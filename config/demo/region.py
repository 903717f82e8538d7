"""The demo region as one: what a seeding command feeds through the writes."""

from typing import Final

from config.demo.agencies import AGENCIES
from config.demo.agreements import AGREEMENTS
from config.demo.agreements_under_way import UNDER_WAY
from config.demo.people import PEOPLE
from config.demo.resources import RESOURCES
from config.demo.shapes import Region
from config.demo.stories import STORIES

REGION: Final = Region(
    agencies=AGENCIES,
    people=PEOPLE,
    resources=RESOURCES,
    agreements=AGREEMENTS,
    under_way=UNDER_WAY,
    stories=STORIES,
)
