"""What has happened in the demo region by the time somebody looks."""

from typing import Final

from config.demo.exercise import EXERCISE
from config.demo.train import TRAIN

STORIES: Final = (TRAIN, EXERCISE)
