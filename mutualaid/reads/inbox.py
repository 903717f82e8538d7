"""What an agency is asked for: ringing now, lately settled, and what it could send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from agencies.models import Readiness, Resource
from agencies.reads import heads
from agencies.reads.frames import View, rows_for
from agencies.reads.inbox import COUNTS
from agencies.reads.views import inbox_grants
from agencies.sharing import drawn
from agencies.typing.catalogue import satisfies
from audit import clock, looks, walls
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from audit.streams import of_agency
from incidents.lifecycle import FINAL
from incidents.models import Deployment
from mutualaid import rules
from mutualaid.lifecycle import STANDING, UNANSWERED, SolicitationStatus
from mutualaid.models import OfferedResource, OrderLine, Solicitation
from mutualaid.reads.images.asks import ask_rows
from mutualaid.reads.images.words import kind_name
from mutualaid.reads.ledger_rows import newest

KEPT_FOR = timedelta(days=7)
MOST_SETTLED = 50
ASKED = "who is asked is told by which step, and nothing else of the ladder"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Inbox:
    """The live part, true up to a line of the agency's ledger, and what is over."""

    view: View
    seq: int
    at: str
    rows: dict[str, Any]
    settled: list[Row]


@dataclass(frozen=True, slots=True)
class Choice:
    """A resource that could be named in an offer."""

    id: UUID
    call_sign: str
    kind_name: str
    type: int | None
    personnel: int
    home_base: str


@dataclass(frozen=True, slots=True)
class AskShown:
    """One ask, what could be sent, and what would stay at home against the floor (RULE-MA-06)."""

    id: UUID
    ask: Row
    choices: list[Choice]
    at_home: int
    floor: int
    may_answer: bool
    may_withdraw: bool

    @property
    def quantity(self) -> int:
        return int(self.ask["quantity"])

    @property
    def best(self) -> list[UUID]:
        """The resources that an offer begins with."""
        return [choice.id for choice in self.choices[: self.quantity]]


@read
def inbox(actor: Actor) -> Inbox:
    """Everything the agency is asked for, and the incidents it is at."""
    agency = _agency(actor)
    held = inbox_grants(agency, actor.bound)
    stream = of_agency(agency)
    looks.current().about = stream
    seq = heads.of([stream]).get(stream, 0)
    view = View(stream, agency, actor.agency, bound=actor.bound)
    rows = rows_for(
        view, held, newest(connection, stream, ("ask", "incident", "disclosure", "glass"))
    )
    return Inbox(
        view=view,
        seq=seq,
        at=clock.now().isoformat(),
        rows={key: row for key, row in rows.items() if row is not None},
        settled=_drawn(actor, _settled(agency)),
    )


@read
def asks(actor: Actor) -> list[Row]:
    """Everything the agency is asked for now, oldest first."""
    standing = Solicitation.objects.filter(
        agency=_agency(actor), status__in=sorted(STANDING | {SolicitationStatus.EXPIRED})
    )
    pks = standing.order_by("asked_at").values_list("pk", flat=True)
    return [row for row in _drawn(actor, pks) if row["status"]]


@read
def ask(actor: Actor, pk: UUID) -> AskShown:
    """One ask to one's own agency, whatever became of it."""
    found = rules.asked.scope(Solicitation.objects.all(), actor).filter(pk=pk)
    one = found.select_related("line").first()
    if one is None:
        raise NotFound
    choices = _choices(_agency(actor), one.line)
    answerable = one.status in UNANSWERED or one.status == SolicitationStatus.EXPIRED
    return AskShown(
        id=pk,
        ask=_drawn(actor, [pk])[0],
        choices=choices,
        at_home=len(choices),
        floor=one.clause["floor"],
        may_answer=answerable,
        may_withdraw=one.status in (SolicitationStatus.OFFERED, SolicitationStatus.ACCEPTED),
    )


def unanswered(agency: UUID) -> int:
    """How many asks ring at an agency: the bar of every page says so."""
    return Solicitation.objects.filter(agency=agency, status__in=sorted(UNANSWERED)).count()


COUNTS.append(unanswered)


def _agency(actor: Actor) -> UUID:
    if actor.agency_id is None:
        raise NotFound
    return actor.agency_id


def _drawn(actor: Actor, pks: Iterable[UUID]) -> list[Row]:
    """Asks through the sheet, in the order given."""
    order = list(pks)
    held = inbox_grants(_agency(actor), actor.bound)
    with walls.beyond(ASKED):
        painted = list(ask_rows(order))
    rows = {pk: drawn("agency", f"ask:{pk}", row, held) for pk, row in painted}
    return [{"id": pk, **shown} for pk in order if (shown := rows.get(pk)) is not None]


def _settled(agency: UUID) -> list[UUID]:
    over = Solicitation.objects.filter(agency=agency, asked_at__gte=clock.now() - KEPT_FOR)
    over = over.exclude(status__in=sorted(STANDING)).order_by("-asked_at")
    return list(over.values_list("pk", flat=True)[:MOST_SETTLED])


def _choices(agency: UUID, line: OrderLine) -> list[Choice]:
    """The agency's own resources that fit the line, are ready, and are promised to nobody."""
    away = Deployment.objects.filter(agency=agency).exclude(state__in=sorted(FINAL))
    promised = OfferedResource.objects.filter(
        solicitation__agency=agency,
        solicitation__status=SolicitationStatus.OFFERED,
        stands=True,
    )
    ready = (
        Resource.objects.filter(agency=agency, kind=line.kind, status=Readiness.AVAILABLE)
        .exclude(pk__in=away.values("resource"))
        .exclude(pk__in=promised.values("resource"))
        .order_by("-type", "call_sign")
    )
    name = kind_name(line.kind)
    return [
        Choice(one.pk, one.call_sign, name, one.type, one.personnel, one.home_base)
        for one in ready
        if satisfies(one.type, line.type, or_better=line.or_better)
    ]
