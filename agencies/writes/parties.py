from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from agencies import rules
from agencies.amended import signatories
from agencies.facts import PartyAdded, PartyRemoved
from agencies.models import Agency, Agreement, Clause, Party
from agencies.writes.sealing import locked_draft, require_draft
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class NoSuchAgency(Refusal):
    """The directory has no such agency."""


class LeaderStays(Refusal):
    """The agency that leads an agreement is a party to it."""


class NamedInClause(Refusal):
    """A clause names this party."""


class RemovedBefore(Conflict):
    """It was taken out before. Look again."""


@write(allow=rules.drafts)
def add_party(
    actor: Actor, agreement: Agreement, *, agency: UUID, signatory_title: str, authority: str = ""
) -> PartyAdded:
    """Write an agency into a draft, with the title of who signs for it and by what authority."""
    require_draft(agreement)
    if not Agency.objects.filter(pk=agency).exists():
        raise NoSuchAgency
    party = Party.objects.create(
        agreement=agreement,
        agency_id=agency,
        signatory_title=signatory_title,
        authority=authority,
    )
    return PartyAdded(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        party=party.pk,
        agency=agency,
        touches=(agreement, party),
    )


def carried_over(agreement: Agreement, document: Agreement) -> dict[UUID, Party]:
    """By agency, the parties of a document between those whom an agreement binds.

    A step of a write.
    """
    return {
        party.agency_id: Party.objects.create(
            agreement=document,
            agency_id=party.agency_id,
            signatory_title=party.signatory_title,
            authority=party.authority,
            body=party.body,
        )
        for party in signatories(agreement)
    }


@write(allow=rules.words)
def remove_party(actor: Actor, party: Party) -> PartyRemoved:
    """Take an agency out of a draft. The row stays, and counts no more."""
    agreement = locked_draft(party.agreement_id)
    if party.removed_at is not None:
        raise RemovedBefore
    if party.agency_id == agreement.led_by_id:
        raise LeaderStays
    clauses = Clause.objects.filter(agreement=agreement, removed_at__isnull=True)
    if number := (
        clauses.filter(Q(giver=party) | Q(receiver=party)).values_list("number", flat=True).first()
    ):
        raise NamedInClause(
            _("Clause %(number)s names this party. Change that clause first.") % {"number": number}
        )
    party.removed_at = clock.now()
    party.save(update_fields=["removed_at"])
    return PartyRemoved(
        agreement=agreement.pk,
        leader=agreement.led_by_id,
        party=party.pk,
        agency=party.agency_id,
        touches=(agreement, party),
    )
