"""Pages and API, for a WSGI server with threads."""

import os

from django.core.wsgi import get_wsgi_application

from config.collector import keep_what_is_loaded
from config.speech import Utf8Pages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = Utf8Pages(get_wsgi_application())
keep_what_is_loaded()
