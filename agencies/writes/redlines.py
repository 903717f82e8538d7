from __future__ import annotations

from typing import Any
from uuid import UUID

from agencies import rules
from agencies.facts import (
    RedlineDeclined,
    RedlineProposed,
    RedlineTaken,
    RedlineWithdrawn,
    Remarked,
)
from agencies.lifecycle import AgreementStatus, RedlineStatus, move
from agencies.models import Agreement, Clause, Redline, Remark, Section, TextVersion
from agencies.writes.clauses import ChangedSince, remove, reworded
from agencies.writes.sealing import locked, locked_draft, party_of, sent_out, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

TALKED_ABOUT = frozenset({AgreementStatus.LEGAL_REVIEW, AgreementStatus.NEGOTIATION})


class NotTalkedAbout(Conflict):
    """It is neither under review nor being negotiated."""


class NoSuchClause(Refusal):
    """The version that was sent out has no such clause."""


class NoSuchSection(Refusal):
    """The version that was sent out has no such section."""


class AboutOneThing(Refusal):
    """A remark is about a clause or about a section, and not about both."""


class SameWords(Refusal):
    """These are the words as they are."""


@write(allow=rules.negotiates)
def remark(
    actor: Actor,
    agreement: Agreement,
    *,
    said: str,
    clause: UUID | None = None,
    section: UUID | None = None,
) -> Remarked:
    """Say something about the version that was sent out, or about one clause or section of it."""
    if clause and section:
        raise AboutOneThing
    version = _talked_about(agreement)
    party = party_of(actor, agreement)
    about = _clause_of(version, clause) if clause else None
    of_text = _section_of(version, section) if section else None
    told = {"said": said, "author": actor.name, "written_at": clock.now()}
    row = Remark.objects.create(text=version, party=party, clause=about, section=of_text, **told)
    return Remarked(
        **told_to_all(agreement),
        text_version=version.number,
        agency=party.agency_id,
        party=party.pk,
        remark=row.pk,
        number=about.number if about else "",
        section=of_text.number if of_text else "",
        touches=(agreement, row),
    )


@write(allow=rules.negotiates)
def propose_words(
    actor: Actor, agreement: Agreement, *, clause: UUID, proposed: str, why: str
) -> RedlineProposed:
    """Propose other words for a clause; no words at all propose to strike it out."""
    version = _talked_about(agreement)
    party, about = party_of(actor, agreement), _clause_of(version, clause)
    if proposed.strip() == about.text.strip():
        raise SameWords
    row = Redline.objects.create(
        text=version,
        party=party,
        clause=about,
        proposed=proposed.strip(),
        why=why,
        author=actor.name,
        proposed_at=clock.now(),
    )
    return RedlineProposed(**_told(agreement, row), touches=(agreement, row))


@write(allow=rules.answers_redlines, under="text__agreement")
def take_words(actor: Actor, redline: Redline) -> RedlineTaken:
    """Take proposed words into the next version. The clause's coded terms stay as they were."""
    agreement = locked_draft(redline.text.agreement_id)
    if redline.clause.removed_at is not None:
        raise ChangedSince
    if redline.proposed:
        redline.put = reworded(actor, redline.clause, text=redline.proposed)
    else:
        remove(redline.clause)
    answered(redline, RedlineStatus.TAKEN)
    return RedlineTaken(**_told(agreement, redline), touches=(agreement, redline))


@write(allow=rules.answers_redlines, under="text__agreement")
def decline_words(actor: Actor, redline: Redline, *, reason: str) -> RedlineDeclined:
    """Leave a clause as it is, and say why."""
    agreement = locked(redline.text.agreement_id)
    answered(redline, RedlineStatus.DECLINED, reason)
    return RedlineDeclined(**_told(agreement, redline), reason=reason, touches=(agreement, redline))


@write(allow=rules.withdraws_redlines, under="text__agreement")
def withdraw_words(actor: Actor, redline: Redline) -> RedlineWithdrawn:
    """Propose them no more."""
    agreement = locked(redline.text.agreement_id)
    answered(redline, RedlineStatus.WITHDRAWN)
    return RedlineWithdrawn(**_told(agreement, redline), touches=(agreement, redline))


def _talked_about(agreement: Agreement) -> TextVersion:
    if agreement.status not in TALKED_ABOUT:
        raise NotTalkedAbout
    return sent_out(agreement)


def _clause_of(version: TextVersion, clause: UUID) -> Clause:
    if str(clause) not in version.clauses:
        raise NoSuchClause
    return Clause.objects.get(pk=clause)


def _section_of(version: TextVersion, section: UUID) -> Section:
    if str(section) not in version.sections:
        raise NoSuchSection
    return Section.objects.get(pk=section)


def answered(redline: Redline, to: RedlineStatus, answer: str = "") -> None:
    """A step of a write: what became of proposed words."""
    move(redline, to)
    redline.answer, redline.answered_at = answer, clock.now()
    redline.save(update_fields=["status", "answer", "answered_at", "put"])


def _told(agreement: Agreement, redline: Redline) -> dict[str, Any]:
    return {
        **told_to_all(agreement),
        "text_version": redline.text.number,
        "agency": redline.party.agency_id,
        "party": redline.party_id,
        "redline": redline.pk,
        "number": redline.clause.number,
    }
