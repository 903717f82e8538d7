"""What a draft still lacks before anybody may be asked to sign it, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from agencies.agreement_text import AgreementText
from agencies.models import ClauseKind, Commitment, Instrument
from agencies.standing_terms import RenewalTerms, SignatureTerms
from agencies.starts import BLANK
from agencies.terms import PreconditionTerms, RequestTerms, SupplyTerms, Terms


def missing(text: AgreementText, now: datetime) -> tuple[str, ...]:
    """Each thing that is missing, or nothing."""
    kinds = {clause.kind for clause in text.clauses}
    lacks = (
        (len(text.parties) < 2, _("Name at least two parties.")),
        (not text.details.purpose.strip(), _("Say what it is for: its purpose.")),
        (not text.details.scope.strip(), _("Say what it covers: its scope.")),
        (_is_empty(text), _("Write at least one clause or section.")),
        (
            (text.details.quorum or 0) > len(text.parties),
            _("More must sign than there are parties."),
        ),
        (
            text.details.min_parties > max(2, len(text.parties)),
            _("More must remain than there are parties."),
        ),
        (
            text.details.expires_at is not None and text.details.expires_at <= now,
            _("Give a term that has not ended."),
        ),
        (
            not text.amended
            and ClauseKind.SUPPLY_DUTY in kinds
            and ClauseKind.REQUEST_RIGHT not in kinds,
            _("There is a duty to supply, and nobody may ask: add a right to request."),
        ),
    )
    return (*(sentence for lacking, sentence in lacks if lacking), *_contradictions(text))


def _is_empty(text: AgreementText) -> bool:
    return not text.clauses and not text.strikes and not text.sections


def _contradictions(text: AgreementText) -> Iterator[str]:
    """Where a clause says otherwise than the agreement's own terms, which decide."""
    for section in text.sections:
        if BLANK in section.text:
            yield _("Fill in what is left open in section %s.") % section.number
    there = {party.id for party in text.parties}
    for clause in text.clauses:
        for named in (clause.giver, clause.receiver):
            if named is not None and named.id not in there:
                yield (
                    _("Clause %(number)s names %(agency)s, which is no party any more: change it.")
                    % {"number": clause.number, "agency": named.name}
                )
        if BLANK in clause.text:
            yield _("Fill in what is left open in clause %s.") % clause.number
        match clause.terms:
            case RenewalTerms() as terms if _renews_otherwise(terms, text):
                yield _("Clause %s renews or ends it otherwise than its term does.") % clause.number
            case SignatureTerms() as terms if _signed_otherwise(terms, text):
                yield _("Clause %s lets it bind otherwise than its signing does.") % clause.number
        if text.details.instrument == Instrument.UNWRITTEN and _unwritten_says_more(clause.terms):
            yield (
                _("Clause %s is more than an unwritten practice gives: asking, on best effort.")
                % clause.number
            )


def _renews_otherwise(terms: RenewalTerms, text: AgreementText) -> bool:
    notice = terms.notice_days
    return (terms.renews_for_months or 0) != text.details.renews_months or (
        notice is not None and not text.amended and notice != text.details.notice_days
    )


def _signed_otherwise(terms: SignatureTerms, text: AgreementText) -> bool:
    return terms.rule.value != text.details.effect.value or terms.quorum != text.details.quorum


def _unwritten_says_more(terms: Terms) -> bool:
    """What nobody wrote down and signed lets one ask, and neither owes nor shows anything."""
    match terms:
        case RequestTerms() | PreconditionTerms():
            return False
        case SupplyTerms(supplies=supplies):
            return any(one.commitment == Commitment.COMMITTED for one in supplies)
        case _:
            return True
