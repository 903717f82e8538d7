"""The board as somebody else sees it: one's own rows under a partner's grants, the same sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.grants import Grants
from agencies.reads.frames import Images, rows_for
from audit import looks
from audit.actors import Actor
from audit.looks import Looks
from audit.reads import read
from incidents.reads import ledger_images
from incidents.reads.board import Snapshot, held_at, snapshot
from incidents.reads.choices import Choice
from incidents.reads.eyes import Eyes, by_both, through


@dataclass(frozen=True, slots=True)
class SeenAs:
    """A partner's board, as far as one may see it oneself.

    ``gained`` are the rows that would read otherwise if what is thought of were shared.
    """

    snapshot: Snapshot
    partner: UUID
    partner_name: str
    people: tuple[Choice, ...]
    gained: tuple[str, ...]


@read
def seen_as(actor: Actor, pk: UUID, *, eyes: Eyes) -> SeenAs:
    """What a partner's seat or person sees of the board; of third parties, what both see."""
    held = held_at(actor, pk)
    theirs = through(actor, pk, held, eyes)
    seq, images = ledger_images.newest(pk)
    own = snapshot(actor, pk, held, seq, images)
    images = [image for image in images if not _names_others_people(image[1], held.viewer)]
    now, then = (_seen(own, images, one) for one in (theirs.now, theirs.then))
    return SeenAs(
        snapshot=Snapshot(own.view, seq, own.at, then, own.terms),
        partner=eyes.partner,
        partner_name=theirs.partner_name,
        people=theirs.people,
        gained=tuple(sorted(key for key in then if then[key] != now.get(key))),
    )


def _names_others_people(row: Mapping[str, Any] | None, viewer: UUID) -> bool:
    """Whom another agency named is told to nobody, nor by whether they see what it is about."""
    return row is not None and bool(row.get("recipients")) and str(row["owner"]) != str(viewer)


def _seen(own: Snapshot, images: Images, theirs: Grants) -> dict[str, Any]:
    with looks.gathered(Looks(viewer=None, read="seen_as")):
        shown = rows_for(own.view, theirs, images)
    return {
        key: by_both(row, own.rows[key]) for key, row in shown.items() if row and key in own.rows
    }
