"""What each agreement of a list asks of whoever looks, in their seats, now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from agencies.lifecycle import AgreementStatus, RedlineStatus
from agencies.models import (
    Agreement,
    Motion,
    MotionKind,
    Party,
    Redline,
    Resolution,
    Review,
    SeatKind,
    Signature,
)
from agencies.progress import with_counsel
from agencies.reads.as_sent import last_sent
from agencies.reads.told_of_endings import MOTIONS
from audit.actors import Actor

Asked = Iterator[tuple[UUID, str]]


def asked_of(
    actor: Actor, rows: Sequence[Agreement], states: dict[UUID, str], ending: Iterable[UUID]
) -> dict[UUID, tuple[str, ...]]:
    """By agreement, in sentences. Each is asked of who may do it, and of nobody else."""
    by_state: dict[str, list[Agreement]] = defaultdict(list)
    for row in rows:
        by_state[states[row.pk]].append(row)
    leads = {row.pk for row in rows if row.led_by_id == actor.agency_id}
    bound = by_state["in_force"] + by_state["suspended"]
    told: dict[UUID, list[str]] = defaultdict(list)
    for pk, what in (
        *_reviews(actor, by_state["legal_review"]),
        *_answers(actor, [row for row in by_state["negotiation"] if row.pk in leads]),
        *_resolutions(actor, by_state["approved"], leads),
        *_signatures(actor, by_state["signing"]),
        *_joinders(actor, bound),
        *_votes(actor, bound),
        *_renewals(actor, [pk for pk in ending if pk in leads]),
    ):
        told[pk].append(what)
    return {pk: tuple(said) for pk, said in told.items()}


def _reviews(actor: Actor, rows: Sequence[Agreement]) -> Asked:
    """Of counsel; of an admin where nobody is counsel."""
    if not rows or actor.agency_id is None:
        return
    counseled = bool(with_counsel([actor.agency_id]))
    if (SeatKind.COUNSEL if counseled else SeatKind.ADMIN) not in actor.seats:
        return
    versions = last_sent(row.pk for row in rows)
    done = Review.objects.filter(text__in=versions.values(), party__agency=actor.agency_id)
    answered = set(done.values_list("text__agreement", flat=True))
    for row in _ours(actor, rows):
        if row.pk in versions and row.pk not in answered:
            yield row.pk, _("Your answer to version %d is asked for") % versions[row.pk].number


def _answers(actor: Actor, rows: Sequence[Agreement]) -> Asked:
    if not rows or SeatKind.ADMIN not in actor.seats:
        return
    waiting = Redline.objects.filter(text__agreement__in=rows, status=RedlineStatus.OPEN)
    proposed = set(waiting.values_list("text__agreement", flat=True))
    for row in rows:
        yield (
            row.pk,
            _("Your answer to proposed words is asked for")
            if row.pk in proposed
            else _("Your next version is asked for"),
        )


def _resolutions(actor: Actor, rows: Sequence[Agreement], leads: set[UUID]) -> Asked:
    if not rows or SeatKind.ADMIN not in actor.seats:
        return
    hashes = {pk: version.text_hash for pk, version in last_sent(row.pk for row in rows).items()}
    done = {
        (one.party_id, one.text.text_hash)
        for one in Resolution.objects.filter(text__agreement__in=rows).select_related("text")
    }
    waiting = {
        party.agreement_id: party
        for party in _parties(rows).exclude(body="").order_by("agency")
        if (party.pk, hashes.get(party.agreement_id)) not in done
    }
    for row in rows:
        if (party := waiting.get(row.pk)) is None:
            if row.pk in leads:
                yield row.pk, _("It waits for you to send it for signature")
        elif party.agency_id == actor.agency_id:
            yield row.pk, _("The resolution of your %s is asked for") % party.body


def _signatures(actor: Actor, rows: Sequence[Agreement]) -> Asked:
    if not rows or SeatKind.SIGNATORY not in actor.seats:
        return
    done = _signed(actor, rows)
    for row in _ours(actor, rows):
        if row.pk not in done:
            yield row.pk, _("Your signature is asked for")


def _joinders(actor: Actor, rows: Sequence[Agreement]) -> Asked:
    if not rows or SeatKind.SIGNATORY not in actor.seats:
        return
    invited = _parties(rows).filter(agency=actor.agency_id, joins=True, signatures__isnull=True)
    for pk in invited.values_list("agreement", flat=True):
        yield pk, _("You are asked to join")


def _votes(actor: Actor, rows: Sequence[Agreement]) -> Asked:
    if not rows or SeatKind.SIGNATORY not in actor.seats:
        return
    motions = Motion.objects.filter(
        agreement__in=rows, carried_at__isnull=True, dropped_at__isnull=True
    ).exclude(consents__party__agency=actor.agency_id)
    signed = _signed(actor, rows)
    for motion in motions:
        if motion.agreement_id in signed:
            what = MOTIONS[MotionKind(motion.kind)]
            yield motion.agreement_id, _("Your vote is asked for: %s") % what


def _renewals(actor: Actor, ending: Sequence[UUID]) -> Asked:
    """Of who leads what ends soon, unless it renews itself or a renewal is under way."""
    if not ending or SeatKind.ADMIN not in actor.seats:
        return
    rows = Agreement.objects.filter(pk__in=ending, renews_months=0, amends__isnull=True)
    for pk in rows.exclude(renewals__in=_under_way()).values_list("pk", flat=True):
        yield pk, _("It ends soon: your renewal is asked for")


def _under_way() -> QuerySet[Agreement, Any]:
    return Agreement.objects.exclude(status=AgreementStatus.ABANDONED).values("pk")


def _parties(rows: Sequence[Agreement]) -> QuerySet[Party]:
    return Party.objects.filter(agreement__in=rows, removed_at__isnull=True)


def _ours(actor: Actor, rows: Sequence[Agreement]) -> list[Agreement]:
    """Those to which the actor's agency is a party, and not one that joins."""
    parties = Party.objects.filter(
        agreement__in=rows, agency=actor.agency_id, removed_at__isnull=True, joins=False
    )
    ours = set(parties.values_list("agreement", flat=True))
    return [row for row in rows if row.pk in ours]


def _signed(actor: Actor, rows: Sequence[Agreement]) -> set[UUID]:
    """Those whose sealed text the actor's agency has signed."""
    hashes = {row.pk: row.text_hash for row in rows}
    given = Signature.objects.filter(party__agreement__in=rows, party__agency=actor.agency_id)
    pairs = given.values_list("party__agreement", "text_hash")
    return {pk for pk, text_hash in pairs if hashes[pk] == text_hash}
