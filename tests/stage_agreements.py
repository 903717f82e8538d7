"""Of agreements between the draft and the end, one row of every sort that writes are about."""

from __future__ import annotations

from django.db.models import Model
from django.utils import timezone

from agencies.agreement_text import details_of, frozen
from agencies.lifecycle import AgreementStatus
from agencies.models import (
    Agreement,
    ClauseKind,
    Milestone,
    MilestoneKind,
    Motion,
    MotionKind,
    Redline,
    RequestTerm,
    TextVersion,
)
from tests.agreements import clause_of
from tests.world import World

HASH = "ab" * 32


def negotiated(world: World, reviewed: Agreement) -> dict[str, Model]:
    """What parties are at odds over: proposed words, a motion, and a date to come."""
    now, bay = timezone.now(), reviewed.parties.get(agency=world.bay_ems)
    version = TextVersion.objects.create(
        agreement=reviewed,
        number=1,
        text_hash=HASH,
        words=frozen(details_of(reviewed)),
        clauses=[],
        parties=[],
        frozen_by="Dora Weiss",
        frozen_at=now,
    )
    clause = clause_of(reviewed, "1", ClauseKind.REQUEST_RIGHT)
    RequestTerm.objects.create(clause=clause)
    Agreement.objects.filter(pk=reviewed.pk).update(status=AgreementStatus.LEGAL_REVIEW)
    return {
        "agreement under review": reviewed,
        "party under review": bay,
        "redline of Bay City EMS": Redline.objects.create(
            text=version,
            party=bay,
            clause=clause,
            proposed="Anybody may ask.",
            why="Shorter.",
            author="Dev Rao",
            proposed_at=now,
        ),
        "motion of Bay City EMS": Motion.objects.create(
            agreement=world.agreement,
            kind=MotionKind.TERMINATE,
            reason="Over.",
            moved_by=world.agreement.parties.get(agency=world.bay_ems),
            moved_at=now,
        ),
        "milestone": Milestone.objects.create(
            agreement=world.agreement, kind=MilestoneKind.EXPIRES, due_at=now
        ),
    }
