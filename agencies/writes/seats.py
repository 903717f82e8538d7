from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from agencies import rules
from agencies.admission import active, open_seats
from agencies.facts import SeatGiven, SeatTaken
from agencies.models import Agency, Member, Seat, SeatKind
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

LONGEST = timedelta(days=5 * 366)


class LastAdmin(Refusal):
    """An agency needs an admin. Give somebody else the admin's seat first."""


class AlreadySeated(Conflict):
    """They sit there already."""


class BadEnd(Refusal):
    """A seat ends later than now, and within five years."""


class SeatEmpty(Refusal):
    """Nobody sits there any more."""


@write(allow=rules.empowers_members)
def give_seat(
    actor: Actor, member: Member, *, kind: SeatKind, until: datetime | None = None
) -> SeatGiven:
    """Let a member act in a seat from now on, or until a moment: somebody who only helps out."""
    if until is not None and not clock.now() < until <= clock.now() + LONGEST:
        raise BadEnd
    if open_seats().filter(member=member, kind=kind).exists():
        raise AlreadySeated
    seat = Seat.objects.create(member=member, kind=kind, since=clock.now(), until=until)
    return SeatGiven(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        seat=seat.pk,
        seat_kind=seat.kind,
        until=until,
        touches=(seat, member),
    )


@write(allow=rules.runs_seats)
def take_seat(actor: Actor, seat: Seat) -> SeatTaken:
    """End a member's seat now. The row stays: it says who could do what, and when."""
    if seat.until is not None and seat.until <= clock.now():
        raise SeatEmpty
    member = seat.member
    if seat.kind == SeatKind.ADMIN:
        keep_an_admin(member.agency_id, without=member.pk)
    seat.until = clock.now()
    seat.save(update_fields=["until"])
    return SeatTaken(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        seat=seat.pk,
        seat_kind=seat.kind,
        touches=(seat, member),
    )


def keep_an_admin(agency: UUID, *, without: UUID) -> None:
    """Refuse what would leave an agency with nobody to run it.

    The agency's row is locked, so that two admins cannot unseat each other at once. An admin
    whose seat ends by itself does not count: one morning nobody would be left.
    """
    Agency.objects.select_for_update().get(pk=agency)
    admins = open_seats().filter(kind=SeatKind.ADMIN, until__isnull=True).values("member")
    others = Member.objects.filter(active(), agency=agency, pk__in=admins).exclude(pk=without)
    if not others.exists():
        raise LastAdmin
