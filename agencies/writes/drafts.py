from __future__ import annotations

from dataclasses import asdict
from typing import Final

from agencies import rules
from agencies.details import AgreementDetails
from agencies.facts import AgreementDrafted, AgreementEdited
from agencies.models import Agency, Agreement, Party
from agencies.starts import Start, clauses_of, sections_of
from agencies.writes.changes import apply
from agencies.writes.clauses import written
from agencies.writes.sealing import require_draft
from agencies.writes.sections import written_section
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write

# What an amendment says for itself; the rest it says as its agreement does.
OF_AMENDMENT: Final = frozenset({"title", "purpose", "scope", "effective_at"})


class OfTheAgreement(Refusal):
    """An amendment changes clauses. Another term, signing or notice is a renewal."""


@write(allow=rules.begins_drafts)
def draft_agreement(
    actor: Actor,
    agency: Agency,
    *,
    details: AgreementDetails,
    signatory_title: str,
    authority: str = "",
    start: Start | None = None,
) -> AgreementDrafted:
    """Begin to write an agreement, with the text of a start or without any.

    The agency that leads it is its first party.
    """
    agreement = Agreement.objects.create(led_by=agency, **asdict(details))
    party = Party.objects.create(
        agreement=agreement, agency=agency, signatory_title=signatory_title, authority=authority
    )
    clauses = [written(actor, agreement, one) for one in clauses_of(start)] if start else []
    sections = [written_section(agreement, one) for one in sections_of(start)] if start else []
    return AgreementDrafted(
        agreement=agreement.pk,
        leader=agency.pk,
        title=agreement.title,
        party=party.pk,
        start=start or "",
        clauses=tuple(clause.pk for clause in clauses),
        sections=tuple(section.pk for section in sections),
        touches=(agreement, *clauses, *sections),
    )


@write(allow=rules.drafts)
def edit_agreement(
    actor: Actor, agreement: Agreement, *, details: AgreementDetails, version: int
) -> AgreementEdited:
    """Change a draft's title, term or words."""
    require_draft(agreement)
    said = asdict(details)
    if agreement.amends_id is not None and any(
        getattr(agreement, name) != value
        for name, value in said.items()
        if name not in OF_AMENDMENT
    ):
        raise OfTheAgreement
    changed = apply(agreement, said, version)
    return AgreementEdited(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        changed=changed,
        touches=(agreement,),
    )
