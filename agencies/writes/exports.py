from __future__ import annotations

from agencies import rules
from agencies.facts import AccessLogExported, AgreementPrinted, TrailExported
from agencies.models import Agency, Agreement
from audit import streams, trail
from audit.actors import Actor
from audit.refusals import NotAllowed
from audit.trail import Sought
from audit.writes import write


@write(allow=rules.reads_security)
def export_access_log(actor: Actor, agency: Agency, *, sought: Sought) -> AccessLogExported:
    """Record that a copy of who looked leaves the system, and up to which line."""
    return AccessLogExported(
        agency=agency.pk, upto=trail.head(streams.of_access(agency.pk)), sought=sought.said()
    )


@write(allow=rules.reads_security)
def export_trail(actor: Actor, agency: Agency, *, sought: Sought) -> TrailExported:
    """Record that a copy of the agency's ledger leaves the system, and up to which line."""
    return TrailExported(
        agency=agency.pk, upto=trail.head(streams.of_agency(agency.pk)), sought=sought.said()
    )


@write(allow=rules.reads_agreement, shares=True)
def record_print(
    actor: Actor, agreement: Agreement, *, text_hash: str, file_hash: str
) -> AgreementPrinted:
    """Record that a copy of an agreement leaves the system, by the hash of its file."""
    if actor.agency_id is None:
        raise NotAllowed
    return AgreementPrinted(
        agency=actor.agency_id,
        agreement=agreement.pk,
        text_hash=text_hash,
        file_hash=file_hash,
    )
