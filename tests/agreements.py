"""Agreements between the agencies of the tests: mutual aid, sealed and signed long ago."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.utils import timezone

from agencies.agreement_text import text_of
from agencies.lifecycle import AgreementStatus
from agencies.models import (
    Agency,
    Agreement,
    Clause,
    ClauseCheck,
    ClauseKind,
    CostTerm,
    Instrument,
    Party,
    Priority,
    RequestTerm,
    ResponseTerm,
    ShareTerm,
    Signature,
    SupplyTerm,
    Tier,
)

ENGINE = "4-508-1276"
AMBULANCE = "3-508-1292"


def mutual_aid(
    *agencies: Agency,
    tier: Tier = Tier.LOCAL,
    signed: bool = True,
    lasts: timedelta = timedelta(days=900),
) -> Agreement:
    """An agreement under which all parties may ask each other for engines and ambulances."""
    now = timezone.now()
    agreement = Agreement.objects.create(
        title=f"{agencies[0].name} mutual aid",
        instrument=Instrument.MUTUAL_AID,
        tier=tier,
        led_by=agencies[0],
        purpose="Help each other.",
        scope="Fire and EMS.",
        effective_at=now - timedelta(days=100),
        expires_at=now + lasts,
    )
    for agency in agencies:
        Party.objects.create(agreement=agreement, agency=agency, signatory_title="Chief")
    _clauses(agreement)
    return sealed(agreement, signed=signed)


def about(
    kind: str,
    requester: Agency,
    giver: Agency,
    *,
    tier: Tier = Tier.LOCAL,
    within: tuple[Priority, timedelta] | None = None,
    most: int = 3,
) -> Agreement:
    """An agreement about one kind alone, with a time to answer or without one."""
    agreement = Agreement.objects.create(
        title=f"Ambulances of {giver.name}",
        instrument=Instrument.MUTUAL_AID,
        tier=tier,
        led_by=requester,
        purpose="Ambulances.",
        scope="EMS.",
        effective_at=timezone.now() - timedelta(days=100),
    )
    for agency in (requester, giver):
        Party.objects.create(agreement=agreement, agency=agency, signatory_title="Chief")
    RequestTerm.objects.create(clause=clause_of(agreement, "1", ClauseKind.REQUEST_RIGHT))
    supplying = clause_of(agreement, "2", ClauseKind.SUPPLY_DUTY)
    SupplyTerm.objects.create(clause=supplying, kind=kind, max_quantity=most)
    if within is not None:
        answering = clause_of(agreement, "3", ClauseKind.RESPONSE_TARGET)
        priority, time = within
        ResponseTerm.objects.create(clause=answering, priority=priority, answer_within=time)
    return sealed(agreement, signed=True)


def sealed(agreement: Agreement, *, signed: bool) -> Agreement:
    """Seal a draft's text as it is, long ago, and let every party sign it."""
    now = timezone.now()
    agreement.status = AgreementStatus.SIGNING
    agreement.text_hash = text_of(agreement).hash
    agreement.sealed_at = now - timedelta(days=110)
    agreement.save()
    if signed:
        for party in agreement.parties.all():
            Signature.objects.create(
                party=party,
                text_hash=agreement.text_hash,
                signed_by=party.pk,
                signer="A chief",
                signer_title="Chief",
                signed_at=now - timedelta(days=105),
            )
        agreement.status = AgreementStatus.EXECUTED
        agreement.executed_at = now - timedelta(days=105)
        agreement.save()
        checked(agreement)
    return agreement


def checked(agreement: Agreement) -> None:
    """As counsel of every party has long found the coded form to say what the text says."""
    for clause in text_of(agreement).clauses:
        for party in agreement.parties.filter(removed_at=None):
            ClauseCheck.objects.get_or_create(
                clause_id=clause.id,
                party=party,
                withdrawn_at=None,
                defaults={
                    "clause_hash": clause.hash,
                    "checker": "A lawyer",
                    "by_counsel": True,
                    "checked_at": timezone.now() - timedelta(days=104),
                },
            )


def doubted(agreement: Agreement, by: Agency) -> None:
    """As counsel of an agency has taken its checks back."""
    checks = ClauseCheck.objects.filter(party__agreement=agreement, party__agency=by)
    checks.update(withdrawn_at=timezone.now(), withdrawn_by="A lawyer", doubt="Read it again.")


def _clauses(agreement: Agreement) -> None:
    clause = partial(clause_of, agreement)
    RequestTerm.objects.create(clause=clause("1", ClauseKind.REQUEST_RIGHT))
    supply = clause("2", ClauseKind.SUPPLY_DUTY)
    SupplyTerm.objects.create(clause=supply, kind=ENGINE, type=1, max_quantity=2, drawdown_floor=1)
    SupplyTerm.objects.create(clause=supply, kind=AMBULANCE, max_quantity=3, drawdown_floor=1)
    target = clause("3", ClauseKind.RESPONSE_TARGET)
    for priority, minutes in (
        (Priority.EMERGENCY, 5),
        (Priority.URGENT, 15),
        (Priority.ROUTINE, 240),
    ):
        ResponseTerm.objects.create(
            clause=target, priority=priority, answer_within=timedelta(minutes=minutes)
        )
    share = clause("4", ClauseKind.DATA_SHARE)
    ShareTerm.objects.create(clause=share, category="PII", purpose="incident")
    CostTerm.objects.create(clause=clause("5", ClauseKind.COST), free_hours=12)


def clause_of(agreement: Agreement, number: str, kind: ClauseKind) -> Clause:
    return Clause.objects.create(
        agreement=agreement, number=number, kind=kind, heading=str(kind.label), text=f"{kind}."
    )
