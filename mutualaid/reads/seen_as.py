"""A request's page as somebody else sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from agencies.grants import Grants
from audit import looks
from audit.actors import Actor
from audit.looks import Looks
from audit.reads import read
from audit.refusals import NotFound
from incidents.models import Incident
from incidents.reads.board import held_at, one
from incidents.reads.choices import Choice
from incidents.reads.eyes import Eyes, by_both, through
from mutualaid.reads.requests import RequestShown, Rows, at_incident_of, laid_out, rows_of


@dataclass(frozen=True, slots=True)
class RequestSeenAs:
    """A request as a partner's seat or person sees it, as far as one sees it oneself."""

    it: RequestShown
    partner: UUID
    partner_name: str
    people: tuple[Choice, ...]
    gained: tuple[str, ...]


@read
def request_seen_as(actor: Actor, pk: UUID, *, eyes: Eyes) -> RequestSeenAs:
    """Nothing can be done with it, and one's own log says that somebody looked."""
    found = at_incident_of(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    held = held_at(actor, found.incident_id)
    theirs = through(actor, found.incident_id, held, eyes)
    incident = one(actor, found.incident_id, "incident", Incident(pk=found.incident_id))
    ours = rows_of(frozenset({pk}), held)
    now, then = (_seen(pk, grants, ours) for grants in (theirs.now, theirs.then))
    it = laid_out(then["request"][pk], incident, then, order=False, steer=False)
    gained = tuple(sorted(_keys(then, now)))
    return RequestSeenAs(it, eyes.partner, theirs.partner_name, theirs.people, gained)


def _keys(then: Rows, now: Rows) -> Iterator[str]:
    for kind, rows in then.items():
        yield from (f"{kind}:{pk}" for pk, row in rows.items() if row != now[kind].get(pk))


def _seen(request: UUID, grants: Grants, ours: Rows) -> Rows:
    with looks.gathered(Looks(viewer=None, read="seen_as")):
        theirs = rows_of(frozenset({request}), grants)
    return {
        kind: {pk: by_both(row, ours[kind][pk]) for pk, row in rows.items() if pk in ours[kind]}
        for kind, rows in theirs.items()
    }
