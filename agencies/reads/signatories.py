"""The parties of an agreement: who signed it, and how each stands to it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import F, Q

from agencies.lifecycle import AS_SENT
from agencies.models import Agreement, Party, Signature
from agencies.progress import has_left_the_table, parties_known
from agencies.reads.negotiation import Answer, answers_of
from agencies.reads.standing import Standing, standings


class Known(Protocol):
    """What is known of a party."""

    @property
    def agency(self) -> UUID: ...


P = TypeVar("P", bound=Known)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    """A party, its signature of this text if it has given one, and how it stands now."""

    id: UUID
    agency: UUID
    code: str
    name: str
    signatory_title: str
    authority: str
    signer: str
    signer_title: str
    signed_at: datetime | None
    joins: bool
    joins_at: datetime | None
    leaves_at: datetime | None
    standing: str
    standing_label: str
    bound: bool
    why_not: str
    said: Answer


def parties_of(row: Agreement, agency: UUID | None) -> tuple[PartyEntry, ...]:
    """Its parties; to others than its leader, those whom the words that were sent out name."""
    standing = Q(removed_at__isnull=True)
    if row.status in AS_SENT:
        standing |= Q(has_left_the_table())
    ours = Party.objects.filter(standing, agreement=row)
    known = ours if row.led_by_id == agency else parties_known(row)
    stays = F("leaves_at").asc(nulls_last=True)
    rows = list(
        known.select_related("agency").order_by("joins", "agency__name", "agency__code", stays)
    )
    signed = {
        signature.party_id: signature
        for signature in Signature.objects.filter(party__agreement=row, text_hash=row.text_hash)
    }
    stands, said = standings(row, rows), answers_of(row, rows)
    return tuple(
        _party(party, signed.get(party.pk), stands[party.pk], said[party.pk]) for party in rows
    )


def ours_among(parties: Sequence[P], agency: UUID | None) -> P | None:
    """An agency's own party: of several stays, the last, which `parties_of` puts last."""
    return next((one for one in reversed(parties) if one.agency == agency), None)


def _party(party: Party, signature: Signature | None, stands: Standing, said: Answer) -> PartyEntry:
    return PartyEntry(
        id=party.pk,
        agency=party.agency_id,
        code=party.agency.code,
        name=party.agency.name,
        signatory_title=party.signatory_title,
        authority=party.authority,
        signer=signature.signer if signature else "",
        signer_title=signature.signer_title if signature else "",
        signed_at=signature.signed_at if signature else None,
        joins=party.joins,
        joins_at=party.joins_at,
        leaves_at=party.leaves_at,
        standing=stands.code,
        standing_label=stands.label,
        bound=stands.bound,
        why_not=stands.why,
        said=said,
    )
