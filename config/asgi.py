"""Sockets, and with `make run` the pages too, for an ASGI server."""

import os

from django.core.asgi import get_asgi_application

from config.collector import keep_what_is_loaded
from config.speech import Utf8Asgi

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = Utf8Asgi(get_asgi_application())

from config.sockets import application_for  # noqa: E402 (the apps must be loaded first)

application = application_for(pages)

keep_what_is_loaded()
