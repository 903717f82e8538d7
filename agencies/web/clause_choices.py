"""What each kind of clause is for, where somebody chooses one."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from agencies.words import ClauseKind

# On these Muster acts; what the others say it shows to whom it concerns.
ACTING: Final = frozenset(
    {
        ClauseKind.REQUEST_RIGHT,
        ClauseKind.SUPPLY_DUTY,
        ClauseKind.RESPONSE_TARGET,
        ClauseKind.DATA_SHARE,
        ClauseKind.PRECONDITION,
        ClauseKind.AUTO_AID,
    }
)

ABOUT: Final[dict[ClauseKind, Any]] = {
    ClauseKind.REQUEST_RIGHT: _("Who may ask, as what, for which incidents and where."),
    ClauseKind.SUPPLY_DUTY: _("What is sent, how many, for how long, and what stays at home."),
    ClauseKind.RESPONSE_TARGET: _("Within which time an ask is seen, answered and on scene."),
    ClauseKind.DATA_SHARE: _("Which data is shown to whom, and for what."),
    ClauseKind.COST: _("What is free, what is paid, and when the bill comes."),
    ClauseKind.AUTO_AID: _("Who goes at once when something happens in an area."),
    ClauseKind.COMMAND_MODEL: _("Who directs those who were sent, and how they are recalled."),
    ClauseKind.POWERS: _("Whether they are peace officers there, and may arrest."),
    ClauseKind.INSURANCE: _("What a party is insured for, and until when its certificate is good."),
    ClauseKind.LIABILITY: _("Who answers for damage."),
    ClauseKind.TERM: _("How it is renewed, how one leaves, and what outlives it."),
    ClauseKind.SIGNATURE_RULE: _("How many must sign before it binds."),
    ClauseKind.PRECONDITION: _("What must be declared or activated before anybody asks."),
}
