"""Whether somebody may know of what an address names; dialogs open for nobody else."""

from __future__ import annotations

from uuid import UUID

from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from mutualaid.reads.requests import at_incident_of


@read
def known(actor: Actor, pk: UUID) -> UUID:
    """The request, where the actor may know of it."""
    return _known(actor, pk)


@read
def known_line(actor: Actor, request: UUID, pk: UUID) -> UUID:
    """The line, where it is one of this request's and the actor may know of that."""
    _known(actor, request, lines=pk)
    return pk


@read
def known_rung(actor: Actor, request: UUID, pk: UUID) -> UUID:
    """The rung, where it is of this request's ladders and the actor may know of that."""
    _known(actor, request, lines__rungs=pk)
    return pk


def _known(actor: Actor, request: UUID, **part: UUID) -> UUID:
    if not at_incident_of(actor).filter(pk=request, **part).exists():
        raise NotFound
    return request
