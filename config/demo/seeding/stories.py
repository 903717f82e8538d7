"""Playing what has happened in a region, act by act, by the people who did it."""

from __future__ import annotations

from datetime import timedelta

from config.demo.seeding import at_incident, by_request, in_command
from config.demo.seeding.peopled import Peopled
from config.demo.seeding.scenes import Scene, perform
from config.demo.shapes import Story

# Each teaches ``perform`` the acts of one part of the field.
PARTS = (at_incident, by_request, in_command)


def play(peopled: Peopled, story: Story) -> None:
    """Do everything that the story tells, oldest first."""
    scene = Scene(peopled)
    for step in story.steps:
        scene.at = peopled.now - timedelta(minutes=step.minutes_ago)
        perform(step.act, scene, peopled.people[step.by])
