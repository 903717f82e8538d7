"""Where an agreement stands now, as a whole and for each party, in a word and a sentence.

Derived each time it is asked: who is bound comes from the database, and these are
the reasons for it, in the order in which they decide (RULE-MOU-01).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.lifecycle import BEFORE_SIGNING, AgreementStatus
from agencies.models import Agreement, Bound, Effect, Party, Signature, Suspension, Withdrawal
from agencies.progress import last_day
from agencies.speaking import day
from audit import clock

STATES: Final = {
    "draft": gettext_lazy("Draft"),
    "legal_review": gettext_lazy("In legal review"),
    "negotiation": gettext_lazy("Being negotiated"),
    "approved": gettext_lazy("Approved for signature"),
    "signing": gettext_lazy("Being signed"),
    "lapsed": gettext_lazy("Not signed in time"),
    "not_begun": gettext_lazy("Signed, not begun"),
    "in_force": gettext_lazy("In force"),
    "suspended": gettext_lazy("Suspended"),
    "expired": gettext_lazy("Expired"),
    "renewed": gettext_lazy("Followed by a newer one"),
    "terminated": gettext_lazy("Terminated"),
    "too_few": gettext_lazy("Ended, too few parties"),
    "abandoned": gettext_lazy("Abandoned"),
}

STANDINGS: Final = {
    "bound": gettext_lazy("Bound"),
    "leaving": gettext_lazy("Has given notice"),
    "suspended": gettext_lazy("Suspended"),
    "left": gettext_lazy("Has left"),
    "away": gettext_lazy("Has left the table"),
    "unsigned": gettext_lazy("Has not signed"),
    "invited": gettext_lazy("Asked to join"),
    "waiting": gettext_lazy("Not bound yet"),
    "over": gettext_lazy("Bound no more"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one party stands to an agreement at this moment, and why it is not bound."""

    code: str
    why: str

    @property
    def label(self) -> str:
        return str(STANDINGS[self.code])

    @property
    def bound(self) -> bool:
        return self.code in {"bound", "leaving"}


def state_of(
    agreement: Agreement, *, bound: bool, suspended: bool = False, followed: bool = False
) -> str:
    """One word for where an agreement stands now."""
    now, paper = clock.now(), AgreementStatus(agreement.status)
    if paper in BEFORE_SIGNING or paper == AgreementStatus.ABANDONED:
        return paper.value
    if followed:
        return "renewed"
    if over := ended(agreement, now):
        return over
    begun = agreement.effective_at <= now
    if bound and (agreement.amends_id is None or (begun and agreement.executed_at is not None)):
        return "in_force"
    if paper == AgreementStatus.SIGNING:
        lapsed = agreement.sign_by is not None and agreement.sign_by <= now
        return "lapsed" if lapsed else "signing"
    if not begun:
        return "not_begun"
    return "suspended" if suspended else "too_few"


def ended(agreement: Agreement, now: datetime) -> str:
    """How it came to its end, or nothing where it has none yet."""
    if agreement.terminated_at is not None and agreement.terminated_at <= now:
        return "terminated"
    if agreement.renews_months or agreement.expires_at is None or agreement.expires_at > now:
        return ""
    ends = last_day(agreement)
    return "expired" if ends is not None and ends <= now else ""


def in_grace(agreement: Agreement, state: str) -> datetime | None:
    """Until when it binds although its term has ended, where a clause lets it."""
    ends = agreement.expires_at
    if state != "in_force" or ends is None or agreement.renews_months or ends > clock.now():
        return None
    return last_day(agreement)


def followers(agreement: Agreement | OuterRef | UUID) -> QuerySet[Agreement]:
    """What all have signed to follow it and has begun: it is over since (`agencies.in_force`)."""
    now = clock.now()
    return Agreement.objects.filter(follows=agreement, executed_at__lte=now, effective_at__lte=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What decides how parties of an agreement stand now, asked once for all of them."""

    row: Agreement
    now: datetime
    signed: frozenset[UUID]
    bound: frozenset[UUID]
    waiting: tuple[str, ...]  # the names of those who have yet to sign
    resting: dict[UUID | None, Suspension]
    away: dict[UUID, str]  # why those left the table who did
    follower: Agreement | None


def standings(row: Agreement, parties: list[Party]) -> dict[UUID, Standing]:
    """How each party stands, by its id."""
    whole = _whole(row, parties)
    return {party.pk: _standing(whole, party) for party in parties}


def _whole(row: Agreement, parties: list[Party]) -> Whole:
    now, agreed = clock.now(), row.amends or row
    given = Signature.objects.filter(
        party__agreement=row, text_hash=row.text_hash, signed_at__lte=now
    )
    signed = frozenset(given.values_list("party", flat=True))
    bound = Bound.objects.filter(agreement=agreed).values_list("agency", flat=True)
    waiting = (one for one in parties if one.pk not in signed and not one.joins)
    return Whole(
        row=row,
        now=now,
        signed=signed,
        bound=frozenset(bound),
        waiting=tuple(one.agency.name for one in waiting),
        resting=_resting(agreed, now),
        away=_away(parties),
        follower=followers(row).first(),
    )


def _standing(whole: Whole, party: Party) -> Standing:
    row, signed = whole.row, party.pk in whole.signed
    if party.pk in whole.away:
        return Standing(code="away", why=_("It goes no further: %s") % whole.away[party.pk])
    binds = row.amends_id is None or row.executed_at is not None
    # Who came back is bound by its new stay, and the first stays ended.
    if party.agency_id in whole.bound and binds and not _has_left(whole, party):
        return Standing(code="leaving" if party.leaves_at else "bound", why="")
    if over := _over(whole, party):
        return over
    if party.joins and not signed:
        return Standing(code="invited", why=_("It was asked to join, and has not signed."))
    if not signed:
        return Standing(code="unsigned", why=_before_signing(row) or _("It has not signed."))
    rests = whole.resting.get(None) or whole.resting.get(party.agency_id)
    if rests is not None:
        return Standing(code="suspended", why=_suspended(rests))
    if party.joins_at is not None and party.joins_at > whole.now:
        return Standing(code="waiting", why=_("It joins on %s.") % day(party.joins_at))
    return Standing(code="waiting", why=_why_waiting(whole))


def _over(whole: Whole, party: Party) -> Standing | None:
    row, now = whole.row, whole.now
    if row.status == AgreementStatus.ABANDONED:
        return Standing(code="over", why=_("It was given up."))
    if party.leaves_at is not None and _has_left(whole, party):
        return Standing(code="left", why=_("It left on %s.") % day(party.leaves_at))
    if whole.follower is not None:
        begun = day(whole.follower.effective_at)
        return Standing(code="over", why=_("Another took its place on %s.") % begun)
    over = ended(row, now)
    if over == "terminated" and row.terminated_at is not None:
        return Standing(code="over", why=_("It was terminated on %s.") % day(row.terminated_at))
    if over and row.expires_at is not None:
        return Standing(code="over", why=_("It ended on %s.") % day(row.expires_at))
    return None


def _has_left(whole: Whole, party: Party) -> bool:
    return party.leaves_at is not None and party.leaves_at <= whole.now


def _before_signing(row: Agreement) -> str:
    return {
        AgreementStatus.DRAFT.value: _("It is a draft."),
        AgreementStatus.LEGAL_REVIEW.value: _("It is in legal review."),
        AgreementStatus.NEGOTIATION.value: _("It is being negotiated."),
        AgreementStatus.APPROVED.value: _("It has not been sent for signature."),
    }.get(row.status, "")


def _why_waiting(whole: Whole) -> str:
    row = whole.row
    if whole.waiting and row.effect == Effect.ALL:
        return _("It waits for %s to sign.") % ", ".join(whole.waiting)
    if row.effective_at > whole.now:
        return _("It begins on %s.") % day(row.effective_at)
    if row.effect == Effect.QUORUM and whole.waiting:
        return _("It waits until %d have signed.") % (row.quorum or 0)
    if row.effect == Effect.ON_DATE:
        return _("It signed after %s.") % day(row.effective_at)
    return _("Too few parties remain.")


def _resting(agreed: Agreement, now: datetime) -> dict[UUID | None, Suspension]:
    rows = Suspension.objects.filter(agreement=agreed, since__lte=now, lifted_at__isnull=True)
    return {
        (row.party.agency_id if row.party else None): row
        for row in rows.select_related("party")
        if row.until is None or row.until > now
    }


def _away(parties: list[Party]) -> dict[UUID, str]:
    out = [party.pk for party in parties if party.removed_at is not None]
    said = Withdrawal.objects.filter(party__in=out) if out else Withdrawal.objects.none()
    return dict(said.values_list("party", "reason"))


def _suspended(rests: Suspension) -> str:
    until = _(" until %s") % day(rests.until) if rests.until else ""
    return _("Suspended%(until)s: %(why)s (%(authority)s)") % {
        "until": until,
        "why": rests.reason,
        "authority": rests.authority,
    }
