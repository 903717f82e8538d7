"""Whose clock a page tells the time by."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _


def spoken() -> str:
    """The time zone in which this page tells and takes times, so that nobody need guess."""
    name = timezone.get_current_timezone_name()
    now = timezone.localtime().tzname() or name
    if name == now:
        return _("in %(zone)s") % {"zone": name}
    return _("in %(zone)s, now %(now)s") % {"zone": name, "now": now}
