"""The coded terms that hold while help is given, and of the agreement itself, from their rows."""

from __future__ import annotations

from agencies.hazards import Hazard
from agencies.listed import in_order, ring
from agencies.models import (
    ArrestAuthority,
    Clause,
    Control,
    InsuranceKind,
    LiabilityModel,
    SignatureRule,
    Survival,
)
from agencies.standing_terms import (
    AutoAidTerms,
    CommandTerms,
    InsuranceTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
    SignatureTerms,
)


def auto_aid_terms(row: Clause) -> AutoAidTerms:
    kept = row.auto_aid_term
    return AutoAidTerms(
        area=ring(kept.area),
        event_types=in_order(Hazard, kept.event_types),
        first_due=tuple(kept.first_due),
    )


def command_terms(row: Clause) -> CommandTerms:
    kept = row.command_term
    return CommandTerms(
        operational=Control(kept.operational),
        administrative=Control(kept.administrative),
        recall_notice_hours=kept.recall_notice_hours,
    )


def powers_terms(row: Clause) -> PowersTerms:
    kept = row.powers_term
    return PowersTerms(
        peace_officer=kept.peace_officer,
        arrest=ArrestAuthority(kept.arrest),
        limits=kept.limits,
        policy=kept.policy,
    )


def insurance_terms(row: Clause) -> InsuranceTerms:
    kept = row.insurance_term
    return InsuranceTerms(
        insurance=InsuranceKind(kept.insurance),
        minimum=kept.minimum,
        currency=kept.currency,
        certificate_until=kept.certificate_until,
    )


def liability_terms(row: Clause) -> LiabilityTerms:
    return LiabilityTerms(model=LiabilityModel(row.liability_term.model))


def renewal_terms(row: Clause) -> RenewalTerms:
    kept = row.renewal_term
    return RenewalTerms(
        renews_for_months=kept.renews_for_months,
        notice_days=kept.notice_days,
        grace_days=kept.grace_days,
        survives=in_order(Survival, kept.survives),
    )


def signature_terms(row: Clause) -> SignatureTerms:
    kept = row.signature_term
    return SignatureTerms(rule=SignatureRule(kept.rule), quorum=kept.quorum)
