"""What stands before the door: who may use this, and that it is watched (AC-8)."""

from __future__ import annotations

from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _


def notice() -> str:
    """The installation's own words, or these. Whoever goes on agrees to them."""
    own: str = settings.NOTICE
    return own or _(
        "This is a restricted system for authorized use. What you do and look at here is "
        "recorded and may be reviewed. Unauthorized use is prohibited and may be punished. By "
        "going on you agree to this."
    )


def notice_mark() -> str:
    """Which words those were, short enough for a line of the ledger."""
    return sha256(notice().encode()).hexdigest()[:16]
