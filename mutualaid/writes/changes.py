from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.facts import Fact
from audit.refusals import Conflict
from audit.writes import write
from incidents.writes.times import moment
from mutualaid import rules
from mutualaid.facts import AskChanged, LineAdded, LineCancelled, RequestChanged
from mutualaid.lifecycle import UNANSWERED, MessagePurpose, SolicitationStatus
from mutualaid.models import OrderLine, ResourceRequest
from mutualaid.writes import inputs, orders
from mutualaid.writes.asking import go_on
from mutualaid.writes.cancelling import TooManyCancelled, cancelled
from mutualaid.writes.messages import Message, kept
from mutualaid.writes.orders import LineWanted
from mutualaid.writes.requests import OVER, AlreadyOver
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle_line, settle_request

HEADER = ("needed_by", "deliver_to", "requester_position", "remarks")
TOLD = UNANSWERED | {
    SolicitationStatus.OFFERED,
    SolicitationStatus.ACCEPTED,
    SolicitationStatus.EXPIRED,
}

Wanted = tuple[str, str, int | None]  # what a message calls it, the kind, the type


class NothingChanges(Conflict):
    """The request says all of that already."""


@write(allow=rules.may_change)
def change_request(
    actor: Actor,
    request: ResourceRequest,
    *,
    needed_by: datetime,
    deliver_to: str,
    lines: Sequence[LineWanted],
    requester_position: str = "",
    remarks: str = "",
    message: Message | None = None,
) -> tuple[Fact, ...]:
    """Say anew what is needed; what is the same goes on untouched.

    Fewer are cancelled, first those that nobody has promised. More, or another
    kind, is a further line with a number of its own (RULE-MA-08: by the verbal path).
    """
    if request.status in OVER:
        raise AlreadyOver
    letters = orders.letters(request.incident, lines)
    said = {
        "needed_by": moment(needed_by),
        "deliver_to": inputs.text(deliver_to, 200),
        "requester_position": inputs.text(requester_position, 120),
        "remarks": inputs.text(remarks, 2000),
    }
    headed = _headed(request, said)
    kept(request, message, MessagePurpose.UPDATE)
    sought = [Seeking.of(line.pk) for line in request.lines.all()]
    for seeking in sought:
        seeking.request = request
    new = _compared(sought, lines, letters)
    if not (headed or new or any(seeking.told for seeking in sought)):
        raise NothingChanges
    return _changed(request, sought, new, headed=headed)


def _headed(request: ResourceRequest, said: dict[str, object]) -> bool:
    """Take over what is said of the request as a whole; whether it is different."""
    changed = [name for name in HEADER if getattr(request, name) != said[name]]
    for name in changed:
        setattr(request, name, said[name])
    if changed:
        request.save(update_fields=changed)
    return bool(changed)


def _compared(
    sought: Sequence[Seeking], lines: Sequence[LineWanted], letters: Sequence[str]
) -> list[Seeking]:
    """Cancel what is wanted no more; the lines of what is wanted besides."""
    here: defaultdict[Wanted, list[Seeking]] = defaultdict(list)
    for seeking in sought:
        here[_meant(seeking.line)].append(seeking)
    wanted = Counter[Wanted]()
    for line in lines:
        wanted[_meant(line)] += line.quantity
    for meant, those in here.items():
        _reduce(those, _ordered(those) - wanted[meant])
    new = []
    for line, letter in zip(lines, letters, strict=True):
        more = wanted[_meant(line)] - _ordered(here[_meant(line)])
        if more > 0:
            new.append(_further(sought[0].request, line, letter, more))
            here[_meant(line)].append(new[-1])
    return new


def _meant(line: LineWanted | OrderLine) -> Wanted:
    return line.element, line.kind, line.type


def _ordered(those: Sequence[Seeking]) -> int:
    return sum(seeking.line.ordered - seeking.line.cancelled for seeking in those)


def _reduce(those: Sequence[Seeking], fewer: int) -> None:
    """Cancel so many, the newest line first."""
    for seeking in reversed(those):
        quantity = min(fewer, seeking.line.ordered - seeking.line.cancelled)
        if quantity <= 0:
            continue
        why = _("The requester changed the request.")
        if cancelled(seeking, quantity, why) != quantity:
            raise TooManyCancelled(_("All of %s has arrived.") % seeking.line.number)
        fewer -= quantity
        seeking.tell(LineCancelled(**seeking.about_line, quantity=quantity, reason=why))


def _further(request: ResourceRequest, line: LineWanted, letter: str, more: int) -> Seeking:
    wanted = replace(line, quantity=more)
    seeking = Seeking.newly(request, orders.ordered(request, wanted, letter))
    number = seeking.line.number
    seeking.tell(LineAdded(**seeking.about_line, number=number, quantity=more))
    return seeking


def _changed(
    request: ResourceRequest, sought: list[Seeking], new: list[Seeking], *, headed: bool
) -> tuple[Fact, ...]:
    for seeking in new:
        go_on(seeking)
    every = [*sought, *new]
    for seeking in every:
        if seeking.told:
            settle_line(seeking)
    for seeking in sought if headed else ():
        _tell_the_asked(seeking)
    settle_request(every[-1], [seeking.line for seeking in every])
    told = RequestChanged(
        incident=request.incident_id,
        request=request.pk,
        needed_by=request.needed_by,
        deliver_to=request.deliver_to,
        added=tuple(seeking.line.pk for seeking in new),
        touches=(request, *(row for seeking in every for row in seeking.changes())),
    )
    return told, *(fact for seeking in every for fact in seeking.told)


def _tell_the_asked(seeking: Seeking) -> None:
    for one in seeking.asked:
        if one.status in TOLD:
            seeking.tell(AskChanged(**seeking.about(one), touches=(one,)))
