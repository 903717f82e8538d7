"""The states of a request, its lines, its ladder and what is asked of providers (chapter 4.6)."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from audit.roads import HasStatus, Roads, move_along


class RequestStatus(TextChoices):
    """``in_process`` to ``unable_to_fill`` follow from the lines; people set only the others."""

    IN_PROCESS = "in_process", _("Being sought")
    PARTIALLY_FILLED = "partially_filled", _("Partly filled")
    FILLED = "filled", _("Filled")
    UNABLE_TO_FILL = "unable_to_fill", _("Unable to fill")
    ON_HOLD = "on_hold", _("On hold")
    CANCELLED = "cancelled", _("Cancelled")
    CLOSED = "closed", _("Closed")


class LineStatus(TextChoices):
    OPEN = "open", _("Open")
    SOLICITING = "soliciting", _("Asking")
    OFFERED = "offered", _("Offered")
    PARTIALLY_FILLED = "partially_filled", _("Partly filled")
    FILLED = "filled", _("Filled")
    RECEIVED = "received", _("Received")
    UNABLE_TO_FILL = "unable_to_fill", _("Unable to fill")
    SHORT_CLOSED = "short_closed", _("Closed short")
    CANCELLED = "cancelled", _("Cancelled")


class RungStatus(TextChoices):
    WAITING = "waiting", _("Not asked yet")
    ASKED = "asked", _("Asked")
    HELD = "held", _("On hold")
    ANSWERED = "answered", _("Answered")
    LAPSED = "lapsed", _("Out of time")
    SKIPPED = "skipped", _("Skipped")
    STOPPED = "stopped", _("Stopped")


class SolicitationStatus(TextChoices):
    REQUESTED = "requested", _("Asked")
    ACKNOWLEDGED = "acknowledged", _("Seen")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("No answer in time")
    NOT_SELECTED = "not_selected", _("Not needed after all")
    WITHDRAWN_BY_REQUESTER = "withdrawn_by_requester", _("Withdrawn by the requester")
    WITHDRAWN_BY_PROVIDER = "withdrawn_by_provider", _("Withdrawn by the provider")
    CANCELLED = "cancelled", _("Cancelled by the requester")
    COMPLETED = "completed", _("Completed")


class MessagePurpose(TextChoices):
    """What a message of another system did to a request."""

    REQUEST = "request", _("Made it")
    UPDATE = "update", _("Changed it")
    CANCEL = "cancel", _("Withdrew it")


class DeclineReason(TextChoices):
    """Why a provider is unable to fill. Coded, so that declines can be counted."""

    NOT_AVAILABLE = "not_available", _("Not available")
    DRAWDOWN = "drawdown", _("Needed at home")
    WEATHER = "weather", _("Weather")
    POLICY = "policy", _("Policy")
    COST = "cost", _("Cost")
    NO_AUTHORITY = "no_authority", _("No authority to send")
    WRONG_TYPE = "wrong_type", _("Not of that type")
    SAFETY = "safety", _("Safety")
    OTHER = "other", _("Other")


Request, Line, Rung, Asked = RequestStatus, LineStatus, RungStatus, SolicitationStatus

SETTLED_LINES: Final = frozenset({Line.RECEIVED, Line.SHORT_CLOSED, Line.CANCELLED})
UNANSWERED: Final = frozenset({Asked.REQUESTED, Asked.ACKNOWLEDGED})
STANDING: Final = UNANSWERED | {Asked.OFFERED, Asked.ACCEPTED}
CLIMBING: Final = frozenset({Rung.ASKED, Rung.HELD})

_SOUGHT: Final = frozenset(
    {
        Request.IN_PROCESS,
        Request.PARTIALLY_FILLED,
        Request.FILLED,
        Request.UNABLE_TO_FILL,
    }
)
_SEEKING: Final = frozenset(
    {
        Line.SOLICITING,
        Line.OFFERED,
        Line.PARTIALLY_FILLED,
        Line.FILLED,
        Line.UNABLE_TO_FILL,
    }
)

ROADS: Final[dict[type[TextChoices], Roads]] = {
    Request: {
        **{here: (_SOUGHT - {here}) | {Request.ON_HOLD, Request.CANCELLED} for here in _SOUGHT},
        Request.PARTIALLY_FILLED: (_SOUGHT - {Request.PARTIALLY_FILLED})
        | {Request.ON_HOLD, Request.CANCELLED, Request.CLOSED},
        Request.FILLED: (_SOUGHT - {Request.FILLED}) | {Request.CANCELLED, Request.CLOSED},
        Request.UNABLE_TO_FILL: (_SOUGHT - {Request.UNABLE_TO_FILL})
        | {Request.ON_HOLD, Request.CANCELLED, Request.CLOSED},
        Request.ON_HOLD: _SOUGHT | {Request.CANCELLED},
        Request.CANCELLED: frozenset(),
        Request.CLOSED: frozenset(),
    },
    Line: {
        Line.OPEN: frozenset({Line.SOLICITING, Line.UNABLE_TO_FILL, Line.CANCELLED}),
        **{here: (_SEEKING - {here}) | {Line.CANCELLED} for here in _SEEKING},
        **{
            here: (_SEEKING - {here}) | {Line.CANCELLED, Line.SHORT_CLOSED}
            for here in (Line.PARTIALLY_FILLED, Line.UNABLE_TO_FILL)
        },
        Line.FILLED: frozenset(
            {Line.PARTIALLY_FILLED, Line.SOLICITING, Line.RECEIVED, Line.CANCELLED}
        ),
        Line.RECEIVED: frozenset(),
        Line.SHORT_CLOSED: frozenset(),
        Line.CANCELLED: frozenset(),
    },
    Rung: {
        Rung.WAITING: frozenset({Rung.ASKED, Rung.SKIPPED, Rung.STOPPED}),
        Rung.ASKED: frozenset({Rung.HELD, Rung.ANSWERED, Rung.LAPSED, Rung.STOPPED}),
        Rung.HELD: frozenset({Rung.ASKED, Rung.ANSWERED, Rung.STOPPED}),
        Rung.ANSWERED: frozenset(),
        Rung.LAPSED: frozenset(),
        Rung.SKIPPED: frozenset(),
        Rung.STOPPED: frozenset(),
    },
    Asked: {
        Asked.REQUESTED: frozenset(
            {
                Asked.ACKNOWLEDGED,
                Asked.OFFERED,
                Asked.DECLINED,
                Asked.EXPIRED,
                Asked.WITHDRAWN_BY_REQUESTER,
            }
        ),
        Asked.ACKNOWLEDGED: frozenset(
            {Asked.OFFERED, Asked.DECLINED, Asked.EXPIRED, Asked.WITHDRAWN_BY_REQUESTER}
        ),
        # RULE-SM-03: a late answer is kept and offered, never dropped.
        Asked.EXPIRED: frozenset({Asked.OFFERED, Asked.DECLINED}),
        # An offer that held until a moment runs out like an ask does, and may be made again.
        Asked.OFFERED: frozenset(
            {Asked.ACCEPTED, Asked.NOT_SELECTED, Asked.WITHDRAWN_BY_PROVIDER, Asked.EXPIRED}
        ),
        Asked.ACCEPTED: frozenset({Asked.WITHDRAWN_BY_PROVIDER, Asked.CANCELLED, Asked.COMPLETED}),
        Asked.CANCELLED: frozenset(),
        Asked.DECLINED: frozenset(),
        Asked.NOT_SELECTED: frozenset(),
        Asked.WITHDRAWN_BY_REQUESTER: frozenset(),
        Asked.WITHDRAWN_BY_PROVIDER: frozenset(),
        Asked.COMPLETED: frozenset(),
    },
}


def move(row: HasStatus, to: TextChoices) -> None:
    """Take a row to its next state, or say that there is no road."""
    move_along(ROADS[type(to)], row, to)
