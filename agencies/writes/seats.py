from __future__ import annotations

from uuid import UUID

from agencies import rules
from agencies.admission import active, open_seats
from agencies.facts import SeatGiven, SeatTaken
from agencies.models import Agency, Member, Seat, SeatKind
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write


class LastAdmin(Refusal):
    """An agency needs an admin. Give somebody else the admin's seat first."""


class SeatEmpty(Refusal):
    """Nobody sits there any more."""


@write(allow=rules.empowers_members)
def give_seat(actor: Actor, member: Member, *, kind: SeatKind) -> SeatGiven:
    """Let a member act in a seat from now on."""
    seat = Seat.objects.create(member=member, kind=kind, since=clock.now())
    return SeatGiven(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        seat=seat.pk,
        seat_kind=seat.kind,
        touches=(seat, member),
    )


@write(allow=rules.runs_seats)
def take_seat(actor: Actor, seat: Seat) -> SeatTaken:
    """End a member's seat now. The row stays: it says who could do what, and when."""
    if seat.until is not None:
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

    The agency's row is locked, so that two admins cannot unseat each other at once.
    """
    Agency.objects.select_for_update().get(pk=agency)
    admins = open_seats().filter(kind=SeatKind.ADMIN).values("member")
    others = Member.objects.filter(active(), agency=agency, pk__in=admins).exclude(pk=without)
    if not others.exists():
        raise LastAdmin
