"""Who is invited and has not come yet, and the agency that asks more than a password."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Final

from agencies import writes
from agencies.details import MemberDetails, Password
from agencies.models import SeatKind
from config.demo.seeding.peopled import Peopled
from config.demo.signins import LEAD

PROSECUTOR: Final = "TCPA"


def invite(peopled: Peopled) -> None:
    """A relief dispatcher for two weeks; and a prosecutor's office that is strict."""
    writes.invite_member(
        peopled.seated(LEAD, "admin"),
        peopled.agencies[LEAD],
        member=MemberDetails(
            email="relief.dispatch@portelleryfire.example",
            name="Owen Brandt",
            title="Relief dispatcher",
            seats=frozenset({SeatKind.DISPATCHER}),
        ),
        # Nobody knows it: an admin who shows the demo sends it anew.
        link=Password.of(secrets.token_urlsafe(32)),
        seated_until=peopled.now + timedelta(days=14),
    )
    if PROSECUTOR in peopled.agencies:
        writes.require_second_factor(
            peopled.seated(PROSECUTOR, "admin"), peopled.agencies[PROSECUTOR]
        )
