from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from agencies import rules
from agencies.facts import NoticeGiven, NoticeRescinded
from agencies.lifecycle import AgreementStatus
from agencies.models import Party, Signature, Withdrawal
from agencies.progress import last_day, notice_days
from agencies.writes.planning import plan
from agencies.writes.sealing import locked, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class NothingToLeave(Conflict):
    """Your agency has not signed it, or it is over."""


class NoNotice(Conflict):
    """Your agency has given no notice, or has left already."""


class NoticeTooLong(Refusal):
    """That is farther ahead than anybody can plan."""


@write(allow=rules.signs_for_party, under="agreement")
def give_notice(actor: Actor, party: Party, *, reason: str = "", more_days: int = 0) -> NoticeGiven:
    """Give notice that one's own agency leaves, after the days that the text asks for.

    It is bound until then. The others go on while enough of them remain, and what was
    accepted before ends under the terms at acceptance (RULE-MOU-04).
    """
    agreement = locked(party.agreement_id)
    _require_in_it(party)
    if not 0 <= more_days <= 3650:
        raise NoticeTooLong
    now = clock.now()
    party.leaves_at = now + timedelta(days=notice_days(agreement) + more_days)
    row = Withdrawal.objects.create(
        party=party, reason=reason, by=actor.name, received_at=now, leaves_at=party.leaves_at
    )
    party.save(update_fields=["leaves_at"])
    plan(agreement)
    return NoticeGiven(
        **told_to_all(agreement),
        agency=party.agency_id,
        party=party.pk,
        withdrawal=row.pk,
        leaves_at=party.leaves_at,
        reason=reason,
        touches=(agreement, party),
    )


@write(allow=rules.signs_for_party, under="agreement")
def rescind_notice(actor: Actor, party: Party) -> NoticeRescinded:
    """Take the notice back, before it has taken effect."""
    agreement = locked(party.agreement_id)
    row = Withdrawal.objects.filter(party=party, rescinded_at__isnull=True).first()
    if row is None or row.leaves_at <= clock.now():
        raise NoNotice
    row.rescinded_at, row.rescinded_by = clock.now(), actor.name
    row.save(update_fields=["rescinded_at", "rescinded_by"])
    party.leaves_at = None
    party.save(update_fields=["leaves_at"])
    plan(agreement)
    return NoticeRescinded(
        **told_to_all(agreement),
        agency=party.agency_id,
        party=party.pk,
        withdrawal=row.pk,
        touches=(agreement, party),
    )


def _require_in_it(party: Party) -> None:
    """A party may leave what it has signed, also while it is suspended or has not begun."""
    agreement, now = party.agreement, clock.now()
    ends = [agreement.terminated_at, last_day(agreement)]
    over = any(end is not None and end <= now for end in ends)
    signed = Signature.objects.filter(party=party, text_hash=agreement.text_hash).exists()
    if agreement.amends_id is not None:
        raise NothingToLeave(_("Leave the agreement that it amends."))
    if (
        over
        or not signed
        or agreement.status
        not in {
            AgreementStatus.SIGNING,
            AgreementStatus.EXECUTED,
        }
    ):
        raise NothingToLeave
