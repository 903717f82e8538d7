"""The settings of an installation, and the one address that measurements add."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
