from __future__ import annotations

from datetime import date, timedelta

from agencies import rules
from agencies.facts import BodyNamed, ResolutionRecorded
from agencies.lifecycle import BEFORE_SIGNING
from agencies.models import Agreement, Party, Resolution
from agencies.writes.changes import NothingChanged
from agencies.writes.sealing import locked, sent_out, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class OutForSignature(Conflict):
    """It is out for signature or signed: a governing body speaks before that."""


class NoBody(Refusal):
    """Name the governing body that must approve first."""


class NotYetAdopted(Refusal):
    """A resolution is on record once it was adopted, not before."""


@write(allow=rules.manages_party, under="agreement")
def name_body(actor: Actor, party: Party, *, body: str) -> BodyNamed:
    """Say which governing body must approve before one's agency may sign; or that none must."""
    agreement = locked(party.agreement_id)
    if agreement.status not in BEFORE_SIGNING:
        raise OutForSignature
    if party.body == body:
        raise NothingChanged
    party.body = body
    party.save(update_fields=["body"])
    return BodyNamed(
        **told_to_all(agreement),
        agency=party.agency_id,
        party=party.pk,
        body=body,
        touches=(agreement, party),
    )


@write(allow=rules.manages_party, under="agreement")
def record_resolution(
    actor: Actor, party: Party, *, number: str, adopted_on: date
) -> ResolutionRecorded:
    """Enter by which resolution one's governing body approved the version that is sent out."""
    agreement = locked(party.agreement_id)
    _check(agreement, party, adopted_on)
    version = sent_out(agreement)
    row = Resolution.objects.create(
        text=version,
        party=party,
        body=party.body,
        number=number,
        adopted_on=adopted_on,
        recorded_by=actor.name,
        recorded_at=clock.now(),
    )
    return ResolutionRecorded(
        **told_to_all(agreement),
        text_version=version.number,
        agency=party.agency_id,
        party=party.pk,
        body=party.body,
        resolution=number,
        adopted_on=adopted_on,
        touches=(agreement, row),
    )


def _check(agreement: Agreement, party: Party, adopted_on: date) -> None:
    if agreement.status not in BEFORE_SIGNING:
        raise OutForSignature
    if not party.body:
        raise NoBody
    # Its day may have begun there and not yet here.
    if adopted_on > (clock.now() + timedelta(hours=14)).date():
        raise NotYetAdopted
