from __future__ import annotations

from agencies import rules
from agencies.details import SectionWording
from agencies.facts import SectionAdded, SectionEdited, SectionRemoved
from agencies.models import Agreement, Section
from agencies.writes.clauses import ChangedSince
from agencies.writes.sealing import locked_draft, require_draft
from audit import clock
from audit.actors import Actor
from audit.writes import write


@write(allow=rules.drafts)
def add_section(actor: Actor, agreement: Agreement, *, wording: SectionWording) -> SectionAdded:
    """Write a section into a draft: text that nothing is coded from."""
    require_draft(agreement)
    section = written_section(agreement, wording)
    return SectionAdded(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        section=section.pk,
        number=section.number,
        touches=(agreement, section),
    )


@write(allow=rules.words)
def edit_section(actor: Actor, section: Section, *, wording: SectionWording) -> SectionEdited:
    """Word a section anew. The one before stays on record under its own id."""
    agreement = locked_draft(section.agreement_id)
    _remove(section)
    worded = written_section(agreement, wording)
    return SectionEdited(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        section=worded.pk,
        replaced=section.pk,
        number=worded.number,
        touches=(agreement, worded),
    )


@write(allow=rules.words)
def remove_section(actor: Actor, section: Section) -> SectionRemoved:
    """Take a section out of a draft; it is kept, and counts no more."""
    agreement = locked_draft(section.agreement_id)
    _remove(section)
    return SectionRemoved(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        section=section.pk,
        number=section.number,
        touches=(agreement, section),
    )


def written_section(agreement: Agreement, wording: SectionWording) -> Section:
    """A section, new in a draft."""
    return Section.objects.create(
        agreement=agreement,
        number=wording.number,
        heading=wording.heading,
        text=wording.text,
        elements=sorted(wording.elements),
    )


def _remove(section: Section) -> None:
    if section.removed_at is not None:
        raise ChangedSince
    section.removed_at = clock.now()
    section.save(update_fields=["removed_at"])
