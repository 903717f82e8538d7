"""Certificates of insurance that have run out, or soon will: a warning, and no obstacle."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from agencies.models import InsuranceKind
from agencies.verdicts import Bearing, Reason

# RULE-MOU-03: from the last of the reminders on, whoever asks is warned, too.
SOON: Final = 30  # days

LAPSING: Final = """
    SELECT b.agreement_id, b.giver_id, b.clause_id, b.agreement_title || ', ' || b.number,
           a.text_hash, t.insurance, t.certificate_until,
           t.certificate_until < statement_timestamp()::date
    FROM agencies_insuranceterm t
    JOIN agencies_bindingclause b ON b.clause_id = t.clause_id
    JOIN agencies_agreement a ON a.id = b.agreement_id
    WHERE b.kind = 'insurance' AND b.receiver_id = %s
          AND t.certificate_until <= statement_timestamp()::date + %s
    ORDER BY t.certificate_until, b.number
"""

Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a giver is insured for, and until which day its certificate says so."""

    clause: UUID
    agreement: UUID
    reference: str
    text_hash: str
    insurance: InsuranceKind
    until: date
    over: bool

    @property
    def sentence(self) -> str:
        said = (
            _("Its certificate of insurance (%(kind)s) ran out on %(day)s.")
            if self.over
            else _("Its certificate of insurance (%(kind)s) runs out on %(day)s.")
        )
        return said % {"kind": self.insurance.label.lower(), "day": self.until.isoformat()}

    @property
    def warning(self) -> Reason:
        return Reason(
            bearing=Bearing.WARNS,
            sentence=self.sentence,
            clause=self.clause,
            agreement=self.agreement,
            reference=self.reference,
            text_hash=self.text_hash,
        )


def lapsing(receiver: UUID) -> dict[Pair, tuple[Certificate, ...]]:
    """By agreement and giver: what has run out, or does within thirty days."""
    found: defaultdict[Pair, list[Certificate]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(LAPSING, [receiver, SOON])
        for agreement, giver, clause, reference, text_hash, kind, until, over in cursor.fetchall():
            insured = InsuranceKind(kind)
            one = Certificate(clause, agreement, reference, text_hash, insured, until, over)
            found[agreement, giver].append(one)
    return {pair: tuple(some) for pair, some in found.items()}
