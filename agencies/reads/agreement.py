"""One agreement, whole: its text beside what the system makes of it, and whom it binds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.amended import amiss
from agencies.completeness import ElementEntry
from agencies.details import AgreementDetails
from agencies.differences import Part, amended
from agencies.lifecycle import OPEN
from agencies.missing import missing
from agencies.models import Agreement
from agencies.progress import notice_days
from agencies.reads.agreements import note, visible
from agencies.reads.as_sent import shown_text
from agencies.reads.attachments import AttachmentEntry
from agencies.reads.causes import causes
from agencies.reads.clauses import ClauseEntry
from agencies.reads.documents import Amends, DocumentEntry, ReadClause, documents_of
from agencies.reads.joining import JoinderEntry, joinder_entry
from agencies.reads.negotiation import MotionEntry, RedlineEntry, RemarkEntry, under_way
from agencies.reads.offered import offered
from agencies.reads.renewals import Related, related
from agencies.reads.sections import SectionEntry, said_in
from agencies.reads.signatories import PartyEntry, ours_among, parties_of
from agencies.reads.standing import STATES, followers, in_grace, state_of
from agencies.reads.surviving import SurvivingClause, surviving
from agencies.reads.turns import Step, Turn, steps, turns
from agencies.reads.versions import VersionEntry, versions_of
from audit import clock
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """Everything a signatory must see before signing. ``text_hash`` is of what is shown here.

    ``clauses`` are this document's own. Of an amendment, ``changes`` shows them word by word
    beside what they change; of an agreement that was amended, ``reading`` is the whole
    as it binds now.
    """

    id: UUID
    version: int
    title: str
    instrument: str
    tier: str
    effect: str
    led_by: UUID
    led_by_code: str
    led_by_name: str
    purpose: str
    scope: str
    effective_at: datetime
    expires_at: datetime | None
    quorum: int | None
    min_parties: int
    notice_days: int
    renews_months: int
    joinable: bool
    state: str
    state_label: str
    text_hash: str
    sealed_at: datetime | None
    intact: bool
    parties: tuple[PartyEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    amends: Amends | None
    changes: tuple[Part, ...]
    reading: tuple[ReadClause, ...]
    documents: tuple[DocumentEntry, ...]
    follows: Related | None
    renewals: tuple[Related, ...]
    surviving: tuple[SurvivingClause, ...]
    sections: tuple[SectionEntry, ...]
    attachments: tuple[AttachmentEntry, ...]
    elements: tuple[ElementEntry, ...]
    silent: int  # of how many elements nothing is said
    missing: tuple[str, ...]
    sign_by: datetime | None
    grace_until: datetime | None  # its term has ended, and a clause lets it bind on
    leaves_after_days: int
    steps: tuple[Step, ...]
    turns: tuple[Turn, ...]
    versions: tuple[VersionEntry, ...]
    remarks: tuple[RemarkEntry, ...]
    redlines: tuple[RedlineEntry, ...]
    motions: tuple[MotionEntry, ...]
    joinder: JoinderEntry | None
    our_party: UUID | None
    causes: tuple[ClauseEntry, ...]  # whose breach by the other would let the reader's end it
    may: frozenset[str]


@read
def agreement(actor: Actor, pk: UUID) -> AgreementPage:
    """One agreement that the actor's agency leads or is a party to."""
    row = visible(actor).filter(pk=pk).select_related("led_by", "amends", "follows").first()
    if row is None:
        raise NotFound
    text = shown_text(actor, row)
    parties = parties_of(row, actor.agency_id)
    for owner in {row.led_by_id, *(party.agency for party in parties)}:
        note(actor, row, owner)
    state = _state(row, parties)
    said = said_in(row, text) | documents_of(actor, row)
    return AgreementPage(
        **_words(row, text.details),
        state=state,
        state_label=str(STATES[state]),
        text_hash=text.hash,
        sealed_at=row.sealed_at,
        intact=row.sealed_at is None or row.text_hash == text.hash,
        parties=parties,
        **said,
        changes=amended(text),
        **related(actor, row),
        **_for_reader(actor, row, parties, state, said),
        missing=(*missing(text, clock.now()), *amiss(row, text)) if row.status in OPEN else (),
        **_dates(row, state),
        steps=steps(state),
        turns=turns(row),
        versions=versions_of(row),
        **under_way(row, actor.agency_id),
    )


def _dates(row: Agreement, state: str) -> dict[str, Any]:
    """Until when it can be signed and left, and binds on after its term."""
    return {
        "sign_by": row.sign_by,
        "grace_until": in_grace(row, state),
        "leaves_after_days": notice_days(row),
    }


def _for_reader(
    actor: Actor,
    row: Agreement,
    parties: tuple[PartyEntry, ...],
    state: str,
    said: dict[str, Any],
) -> dict[str, Any]:
    """What differs from reader to reader: their own party, and what they may do."""
    ours = actor.agency_id
    mine = ours_among(parties, ours)
    found = causes(row, parties, said["clauses"], said["reading"], ours)
    return {
        "surviving": surviving(row, state, parties, ours),
        "joinder": joinder_entry(row, parties, ours),
        "our_party": mine.id if mine else None,
        "causes": found,
        "may": offered(actor, row, parties, state, has_cause=bool(found)),
    }


def _state(row: Agreement, parties: tuple[PartyEntry, ...]) -> str:
    return state_of(
        row,
        bound=sum(party.bound for party in parties) >= 2,
        suspended=any(party.standing == "suspended" for party in parties),
        followed=followers(row).exists(),
    )


def _words(row: Agreement, said: AgreementDetails) -> dict[str, Any]:
    """The agreement's own words, as people read them."""
    return {
        "id": row.pk,
        "version": row.version,
        "title": said.title,
        "instrument": str(said.instrument.label),
        "tier": str(said.tier.label),
        "effect": str(said.effect.label),
        "led_by": row.led_by_id,
        "led_by_code": row.led_by.code,
        "led_by_name": row.led_by.name,
        "purpose": said.purpose,
        "scope": said.scope,
        "effective_at": said.effective_at,
        "expires_at": said.expires_at,
        "quorum": said.quorum,
        "min_parties": said.min_parties,
        "notice_days": said.notice_days,
        "renews_months": said.renews_months,
        "joinable": said.joinable,
    }
