"""Keeping a text as it is sent out, under a number."""

from __future__ import annotations

from agencies.agreement_text import AgreementText, frozen
from agencies.models import Agreement, ClauseChange, TextVersion
from agencies.progress import latest_version
from audit import clock
from audit.actors import Actor


def freeze(actor: Actor, agreement: Agreement, text: AgreementText, note: str = "") -> TextVersion:
    """The text as the next version. It names rows that never change, so it is kept whole."""
    before = latest_version(agreement)
    changes = ClauseChange.objects.filter(amendment=agreement, withdrawn_at__isnull=True)
    pairs = [[clause, put] for clause, put in changes.values_list("clause", "put")]
    return TextVersion.objects.create(
        agreement=agreement,
        number=before.number + 1 if before else 1,
        text_hash=text.hash,
        words=frozen(text.details)
        | {"changes": [[str(clause), put and str(put)] for clause, put in pairs]},
        clauses=[str(clause.id) for clause in text.clauses],
        sections=[str(section.id) for section in text.sections],
        attachments=[str(attachment.id) for attachment in text.attachments],
        parties=[str(party.id) for party in text.parties],
        note=note,
        frozen_by=actor.name,
        frozen_at=clock.now(),
    )


def frozen_or_kept(actor: Actor, agreement: Agreement, text: AgreementText) -> TextVersion:
    """The version that holds this text: the last one, if its words are the same."""
    before = latest_version(agreement)
    if before is not None and before.text_hash == text.hash:
        return before
    return freeze(actor, agreement, text)
