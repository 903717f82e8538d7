"""The settings of an installation, and the API of incidents, wherever it is not addressed yet."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
