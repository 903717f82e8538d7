"""What a draft still lacks before anybody may be asked to sign it, in sentences."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from agencies.agreement_text import AgreementText
from agencies.models import ClauseKind


def missing(text: AgreementText, now: datetime) -> tuple[str, ...]:
    """Each thing that is missing, or nothing."""
    kinds = {clause.kind for clause in text.clauses}
    lacks = (
        (len(text.parties) < 2, _("Name at least two parties.")),
        (not text.details.purpose.strip(), _("Say what it is for: its purpose.")),
        (not text.details.scope.strip(), _("Say what it covers: its scope.")),
        (not text.clauses and not text.strikes, _("Write at least one clause.")),
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
    return tuple(sentence for lacking, sentence in lacks if lacking)
