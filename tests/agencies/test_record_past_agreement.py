"""Entering an agreement that was signed on paper and has ended since."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import writes
from agencies.lifecycle import AgreementStatus
from agencies.models import Agreement, Bound, Signature
from agencies.writes import PaperSignature
from agencies.writes.paper import NotSignedByAll, NotTheirMember, SignedOutOfTime, TermStillRuns
from audit.actors import Actor, machine
from audit.refusals import NotAllowed
from tests.agencies.acts import drafted, hash_of, told_in
from tests.world import World

OPERATOR = machine("the operator", via="command")


@pytest.fixture
def long_ago() -> datetime:
    return timezone.now() - timedelta(days=700)


@pytest.fixture
def ended(world: World, long_ago: datetime) -> UUID:
    """A draft whose term ran from long ago to last month."""
    month_ago = timezone.now() - timedelta(days=30)
    return drafted(world, effective_at=long_ago, expires_at=month_ago)


def signatures(*people: Actor, at: datetime) -> tuple[PaperSignature, ...]:
    return tuple(
        PaperSignature(agency=one.agency_id, member=one.member_id, signed_at=at)
        for one in people
        if one.agency_id and one.member_id
    )


def record(pk: UUID, actor: Actor = OPERATOR, **given: Any) -> None:
    sealed_at = given["signatures"][0].signed_at - timedelta(days=1)
    inputs = {"text_hash": hash_of(pk), "sealed_at": sealed_at}
    writes.record_past_agreement(actor, pk, **(inputs | given))


def test_a_past_agreement_stands_with_the_dates_of_its_paper(
    world: World, ended: UUID, long_ago: datetime
) -> None:
    record(ended, signatures=signatures(world.dora, world.dev, at=long_ago))

    names = Signature.objects.filter(signed_at=long_ago).values_list("signer", flat=True)
    assert Agreement.objects.get(pk=ended).status == AgreementStatus.EXECUTED
    assert set(names) == {world.dora.name, world.dev.name}
    assert told_in(f"agency:{world.bay_ems.pk}")[-1] == "agencies.agreement_recorded"
    assert not Bound.objects.filter(agreement=ended).exists()


def test_one_whose_term_still_runs_is_signed_by_its_parties_and_nobody_else(
    world: World, long_ago: datetime
) -> None:
    """RULE-MOU-02: whoever runs the installation binds nobody."""
    running = drafted(world)

    with pytest.raises(TermStillRuns):
        record(running, signatures=signatures(world.dora, world.dev, at=long_ago))


def test_every_party_has_signed_it_once(world: World, ended: UUID, long_ago: datetime) -> None:
    with pytest.raises(NotSignedByAll):
        record(ended, signatures=signatures(world.dora, at=long_ago))
    with pytest.raises(NotSignedByAll):
        record(ended, signatures=signatures(world.dora, world.dev, world.ivy, at=long_ago))


def test_it_was_signed_before_its_term_ended(world: World, ended: UUID, long_ago: datetime) -> None:
    too_late = signatures(world.dora, world.dev, at=timezone.now())

    with pytest.raises(SignedOutOfTime):
        record(ended, sealed_at=long_ago, signatures=too_late)


def test_people_sign_for_their_own_agency(world: World, ended: UUID, long_ago: datetime) -> None:
    bay = PaperSignature(
        agency=world.bay_ems.pk, member=world.ana.member_id or ended, signed_at=long_ago
    )

    with pytest.raises(NotTheirMember):
        record(ended, signatures=(*signatures(world.dora, at=long_ago), bay))


def test_nobody_records_a_paper_but_who_runs_the_installation(
    world: World, ended: UUID, long_ago: datetime
) -> None:
    with pytest.raises(NotAllowed, match="you run this installation"):
        record(ended, world.dora, signatures=signatures(world.dora, world.dev, at=long_ago))
