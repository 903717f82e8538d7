"""Feeding the demo region through the writes, each one by whoever would do it.

All of it is one transaction: a seeding that is broken off leaves nothing behind, and
whoever looks meanwhile sees an empty installation, then a whole region.
"""

from __future__ import annotations

from datetime import datetime

from agencies import reads
from audit import walls
from audit.refusals import Conflict
from config.demo.seeding.agreements import agree
from config.demo.seeding.devices import exempt
from config.demo.seeding.founding import OPERATOR, found
from config.demo.seeding.invited import invite
from config.demo.seeding.peopled import Peopled
from config.demo.seeding.stories import play
from config.demo.seeding.systems import connect
from config.demo.seeding.under_way import bring
from config.demo.shapes import Region


class NotEmpty(Conflict):
    """There are agencies here already. The demo goes into an empty installation only."""


def seed(region: Region, now: datetime) -> Peopled:
    """Write the whole region, as if everything in it had happened by ``now``."""
    with walls.at_work(walls.OPERATOR):
        if reads.agencies(OPERATOR):
            raise NotEmpty
        people = found(region, now)
        invite(people)
        exempt(people)
        connect(people)
        for agreement in region.agreements:
            agree(people, agreement)
        for paper in region.under_way:
            bring(people, paper)
        for story in region.stories:
            play(people, story)
    return people
