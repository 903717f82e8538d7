"""An agreement and the amendments that all have signed, as one text (RULE-MOU-02).

Which clause binds follows from what was signed and when it takes effect; every clause
keeps its id and its words, so that what was decided under it can be read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from agencies.agreement_text import AgreementText
from agencies.models import Agreement, Bound, Clause, ClauseChange, ClauseKind, Party
from agencies.progress import last_day
from audit import clock


def signed_amendments(agreement: Agreement, at: datetime | None = None) -> QuerySet[Agreement]:
    """Those that all have signed; with a moment, those that are in force at it."""
    rows = Agreement.objects.filter(amends=agreement, executed_at__isnull=False)
    if at is not None:
        rows = rows.filter(executed_at__lte=at, effective_at__lte=at)
    return rows.order_by("amendment_number")


def standing_clauses(agreement: Agreement, at: datetime | None = None) -> QuerySet[Clause]:
    """The clauses as what was signed leaves them; with a moment, as they bind at it."""
    signed = signed_amendments(agreement, at)
    undone = ClauseChange.objects.filter(
        clause=OuterRef("pk"), withdrawn_at__isnull=True, amendment__in=signed
    )
    return Clause.objects.filter(
        ~Exists(undone),
        Q(agreement=agreement) | Q(agreement__in=signed),
        removed_at__isnull=True,
    )


def signatories(agreement: Agreement) -> list[Party]:
    """Those whose signatures an amendment or renewal needs: who has left is not among them."""
    now = clock.now()
    rows = Party.objects.filter(
        Q(leaves_at__isnull=True) | Q(leaves_at__gt=now),
        Q(joins=False) | Q(signatures__text_hash=agreement.text_hash),
        agreement=agreement,
        removed_at__isnull=True,
    )
    return list(rows.select_related("agency").order_by("agency__name"))


def amiss(agreement: Agreement, text: AgreementText) -> tuple[str, ...]:
    """What an amendment or renewal lacks beside what every text needs, in sentences."""
    if agreement.follows is not None:
        return tuple(_as_to_those_who_follow(text, agreement.follows))
    if agreement.amends is None:
        return ()
    amends = agreement.amends
    return (
        *_as_to_time(agreement, amends),
        *_as_to_parties(text, amends),
        *_as_to_clauses(text, amends),
    )


def _as_to_those_who_follow(text: AgreementText, follows: Agreement) -> Iterator[str]:
    """Nobody is left out of what binds them still."""
    ends = last_day(follows)
    if ends is not None and ends <= text.details.effective_at:
        return
    there = {party.agency for party in text.parties}
    for party in signatories(follows):
        if party.agency_id not in there:
            yield (
                _("%s is bound by the agreement that this follows: add it, or begin after that.")
                % party.agency.name
            )


def _as_to_time(agreement: Agreement, amends: Agreement) -> Iterator[str]:
    if not Bound.objects.filter(agreement=amends).exists():
        yield _("The agreement that it amends is not in force.")
    later = signed_amendments(amends).filter(effective_at__gt=agreement.effective_at).last()
    if later is not None:
        yield _("It cannot take effect before Amendment No. %d does.") % later.amendment_number


def _as_to_parties(text: AgreementText, amends: Agreement) -> Iterator[str]:
    needed = {party.agency_id: party.agency.name for party in signatories(amends)}
    there = {party.agency: party.name for party in text.parties}
    for agency in needed.keys() - there.keys():
        yield _("%s is bound by the agreement: add it.") % needed[agency]
    for agency in there.keys() - needed.keys():
        yield _("%s is not bound by the agreement: take it out.") % there[agency]


def _as_to_clauses(text: AgreementText, amends: Agreement) -> Iterator[str]:
    standing = {clause.pk: clause for clause in standing_clauses(amends)}
    for one in text.undone:
        if standing.pop(one.clause.id, None) is None:
            yield (
                _("Clause %s was changed since by another amendment: look again.")
                % one.clause.number
            )
    left = {clause.number for clause in standing.values()}
    for clause in text.clauses:
        if clause.number in left:
            yield _("There is a clause %s: replace it, or number yours otherwise.") % clause.number
    kinds = {clause.kind for clause in standing.values()} | {one.kind for one in text.clauses}
    if ClauseKind.SUPPLY_DUTY in kinds and ClauseKind.REQUEST_RIGHT not in kinds:
        yield _("There is a duty to supply, and nobody may ask: add a right to request.")
