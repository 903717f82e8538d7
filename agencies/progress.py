"""How far an agreement's paper has come, and whom it waits for: shared by reads and writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies.admission import open_seats
from agencies.lifecycle import AS_SENT, RedlineStatus
from agencies.models import (
    Agreement,
    Party,
    Redline,
    Resolution,
    Review,
    SeatKind,
    Signature,
    TextVersion,
    Verdict,
    Withdrawal,
)
from audit import walls


def latest_version(agreement: Agreement) -> TextVersion | None:
    """The text as it was last sent out."""
    return TextVersion.objects.filter(agreement=agreement).order_by("-number").first()


def parties_known(agreement: Agreement) -> QuerySet[Party]:
    """Those who know that they are parties: while a text is changed, whom its last version names.

    Whom its leader thinks of adding or taking out hears of that with the words (P11).
    """
    if agreement.status not in AS_SENT:
        return Party.objects.filter(agreement=agreement, removed_at__isnull=True)
    version = latest_version(agreement)
    return Party.objects.filter(pk__in=version.parties if version else [])


def has_left_the_table() -> Exists:
    """Of a party: that it said itself that it goes no further with the text."""
    return Exists(Withdrawal.objects.filter(party=OuterRef("pk"), party__removed_at__isnull=False))


def standing_parties(agreement: Agreement) -> list[Party]:
    """Those whose text it is: who was taken out, and who joins later, is not among them."""
    rows = Party.objects.filter(agreement=agreement, removed_at__isnull=True, joins=False)
    return list(rows.select_related("agency").order_by("agency__name"))


def with_counsel(agencies: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these agencies that have somebody seated as counsel."""
    held = open_seats().filter(
        kind=SeatKind.COUNSEL,
        member__agency__in=list(agencies),
        member__suspended_at__isnull=True,
    )
    with walls.beyond("whether a party has counsel decides who answers to a text for it"):
        return frozenset(held.values_list("member__agency", flat=True))


def guarded_parties(agreement: Agreement) -> list[Party]:
    """Those for whom somebody must see a text before anybody signs it: counsel, or a council."""
    parties = standing_parties(agreement)
    counseled = with_counsel(party.agency_id for party in parties)
    return [party for party in parties if party.body or party.agency_id in counseled]


def unreviewed(agreement: Agreement, version: TextVersion) -> list[Party]:
    """The parties that have not approved this version."""
    approved = Review.objects.filter(text=version, verdict=Verdict.APPROVED)
    done = set(approved.values_list("party", flat=True))
    return [party for party in standing_parties(agreement) if party.pk not in done]


def unresolved(agreement: Agreement, version: TextVersion | None) -> list[Party]:
    """The parties whose governing body must approve this very text and has not yet."""
    done = set(
        Resolution.objects.filter(
            text__agreement=agreement, text__text_hash=version.text_hash if version else ""
        ).values_list("party", flat=True)
    )
    return [party for party in standing_parties(agreement) if party.body and party.pk not in done]


def unanswered(agreement: Agreement) -> list[Redline]:
    """Words that parties proposed and nobody has taken or declined."""
    rows = Redline.objects.filter(text__agreement=agreement, status=RedlineStatus.OPEN)
    return list(rows.select_related("party__agency", "clause").order_by("proposed_at"))


def unsigned(agreement: Agreement) -> list[Party]:
    """The parties that have not signed the sealed text."""
    signed = Signature.objects.filter(party__agreement=agreement, text_hash=agreement.text_hash)
    done = set(signed.values_list("party", flat=True))
    return [party for party in standing_parties(agreement) if party.pk not in done]


def remaining_parties(agreement: Agreement, now: datetime) -> list[Party]:
    """Those who have signed and have not left: who joined later is among them."""
    rows = Party.objects.filter(
        Q(leaves_at__isnull=True) | Q(leaves_at__gt=now),
        agreement=agreement,
        removed_at__isnull=True,
        signatures__text_hash=agreement.text_hash,
    )
    return list(rows.select_related("agency").order_by("agency__name"))


def notice_days(agreement: Agreement) -> int:
    """How long before it leaves a party says so: as a clause codes it, or the agreement says."""
    coded = _coded_term(agreement)[0]
    return agreement.notice_days if coded is None else coded


def last_day(agreement: Agreement) -> datetime | None:
    """When it binds no more: its end, and the days of grace after it, where a clause gives any."""
    if agreement.expires_at is None or agreement.renews_months:
        return None
    return agreement.expires_at + timedelta(days=_coded_term(agreement)[1])


def _coded_term(agreement: Agreement) -> tuple[int | None, int]:
    """Days of notice and of grace, by its clauses in force: an amendment may change them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM agencies_term_at(%s, statement_timestamp())",
            [agreement.amends_id or agreement.pk],
        )
        notice, grace = cursor.fetchone()
        return notice, grace
