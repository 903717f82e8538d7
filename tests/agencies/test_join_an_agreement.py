"""A late party signs a joinder to what the others have signed: RULE-MOU-05."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from agencies import reads, writes
from agencies.models import (
    Agency,
    Effect,
    Instrument,
    MotionKind,
    Party,
    SeatKind,
    Signature,
    SupplyRight,
)
from agencies.writes.joining import (
    AmendmentUnderWay,
    JoinedByLaw,
    JoinsTooLate,
    NotInvited,
    NotJoinable,
)
from agencies.writes.motions import NotInIt
from agencies.writes.sealing import TextChanged
from agencies.writes.signing import JoinderFirst
from audit import streams
from audit.actors import Actor
from audit.refusals import Conflict, NotAllowed, NotFound
from tests.agencies.acts import clause, drafted, executed, hash_of, party, sent, told_in
from tests.agencies.test_amend_an_agreement import amendment, sign, six
from tests.agencies.test_what_is_in_force import bound, rights
from tests.world import World, actor, member, seeding

DAY = timedelta(days=1)


def open_to_all(world: World, **changes: object) -> UUID:
    return executed(world, **{"joinable": True, **changes})


def invited(world: World, pk: UUID, **changes: object) -> UUID:
    """Northfield Power, asked to join."""
    said = {"agency": world.northfield.pk, "signatory_title": "President", **changes}
    return writes.invite_to_join(world.dora, pk, **said).party


def joins(world: World, pk: UUID) -> None:
    joinder = reads.agreement(world.ivy, pk).joinder
    assert joinder is not None
    writes.sign_joinder(world.ivy, joinder.party, joinder_hash=joinder.hash)


def test_a_late_party_is_bound_once_it_has_signed_and_not_before(world: World) -> None:
    """RULE-MOU-05: and then the duties hold between each two of them."""
    pk = open_to_all(world)
    invited(world, pk)
    assert bound(pk) == {"HCF", "BCE"}

    joins(world, pk)

    assert bound(pk) == {"HCF", "BCE", "NPC"}
    assert rights(world.northfield, world.bay_ems) == ["Harbor and Bay aid"]
    assert told_in(streams.of_agency(world.bay_ems.pk))[-2:] == [
        "agencies.invited_to_join",
        "agencies.joinder_signed",
    ]


def test_it_signs_the_very_text_that_the_others_have_signed(world: World) -> None:
    pk = open_to_all(world)
    ours = invited(world, pk)

    joins(world, pk)

    signature = Signature.objects.get(party=ours)
    assert (signature.text_hash, len(signature.joinder_hash)) == (hash_of(pk), 64)
    assert reads.agreement(world.dora, pk).intact


def test_it_counts_from_its_day(world: World) -> None:
    pk, begins = open_to_all(world), timezone.now() + 9 * DAY
    invited(world, pk, counts_from=begins)
    joins(world, pk)

    assert bound(pk) == {"HCF", "BCE"}
    assert bound(pk, begins) == {"HCF", "BCE", "NPC"}
    stands = {one.code: one.why_not for one in reads.agreement(world.ivy, pk).parties}
    assert stands["NPC"] == f"It joins on {begins:%Y-%m-%d}."


def test_who_joins_is_bound_by_what_was_amended_before(world: World) -> None:
    pk = open_to_all(world)
    sign(world, six(world, pk))
    invited(world, pk)

    joins(world, pk)

    found = SupplyRight.objects.filter(agreement_id=pk, receiver=world.northfield)
    assert list(found.values_list("max_quantity", flat=True)) == [6]
    assert [one.how for one in reads.agreement(world.ivy, pk).reading] == ["signed", "amended"]


def test_what_is_amended_meanwhile_is_not_joined_unseen(world: World) -> None:
    pk = open_to_all(world)
    ours = invited(world, pk)
    seen = reads.agreement(world.ivy, pk).joinder
    assert seen is not None
    document = six(world, pk)
    writes.send_for_signature(world.dora, document, text_hash=hash_of(document))
    with pytest.raises(AmendmentUnderWay):
        writes.sign_joinder(world.ivy, ours, joinder_hash=seen.hash)
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, document, text_hash=hash_of(document))

    with pytest.raises(TextChanged):
        writes.sign_joinder(world.ivy, ours, joinder_hash=seen.hash)


def test_later_amendments_need_the_signature_of_who_joined(world: World) -> None:
    pk = open_to_all(world)
    invited(world, pk)
    joins(world, pk)

    document = amendment(world, pk)

    parties = Party.objects.filter(agreement=document)
    assert {one.agency_id for one in parties} == {
        world.harbor_fire.pk,
        world.bay_ems.pk,
        world.northfield.pk,
    }


def test_who_was_asked_to_join_has_no_say_before_it_has_signed(world: World) -> None:
    pk = open_to_all(world)
    invited(world, pk)

    with pytest.raises(NotInIt):
        writes.move_for_all(world.ivy, pk, kind=MotionKind.TERMINATE, reason="Ours.")
    with pytest.raises(NotInIt):
        writes.terminate_for_cause(world.ivy, pk, clause=clause(pk, "2"), reason="Ours.")
    assert bound(pk) == {"HCF", "BCE"}


def test_a_text_that_lets_nobody_join_is_not_joined(world: World) -> None:
    with pytest.raises(NotJoinable):
        invited(world, executed(world))
    with pytest.raises(NotJoinable):
        invited(world, sent(world, joinable=True))


def test_a_compact_is_joined_by_legislation(world: World) -> None:
    """RULE-MOU-05."""
    pk = open_to_all(world, instrument=Instrument.COMPACT)
    with pytest.raises(JoinedByLaw, match="name the act"):
        invited(world, pk)

    invited(world, pk, authority="Northfield Act 12 of 2026")
    joins(world, pk)

    assert "NPC" in bound(pk)


def test_a_party_is_asked_once_and_for_a_day_to_come(world: World) -> None:
    pk = open_to_all(world)
    with pytest.raises(JoinsTooLate):
        invited(world, pk, counts_from=timezone.now() - DAY)
    invited(world, pk)

    with pytest.raises(Conflict, match="party already"):
        invited(world, pk)


def test_an_invitation_is_ended_by_who_made_it_or_declined(world: World) -> None:
    pk = open_to_all(world)
    writes.uninvite(world.dora, invited(world, pk))
    with pytest.raises(NotFound):
        reads.agreement(world.ivy, pk)

    writes.uninvite(world.ivy, invited(world, pk))

    assert {one.code for one in reads.agreement(world.dora, pk).parties} == {"HCF", "BCE"}


def test_who_has_joined_is_not_uninvited(world: World) -> None:
    pk = open_to_all(world)
    ours = invited(world, pk)
    joins(world, pk)

    with pytest.raises(NotInvited):
        writes.uninvite(world.dora, ours)
    with pytest.raises(NotInvited):
        writes.uninvite(world.dev, party(pk, world.bay_ems))


def test_nobody_else_joins_for_a_party_or_asks_one_to(world: World) -> None:
    pk = open_to_all(world)
    ours = invited(world, pk)
    joinder = reads.agreement(world.ivy, pk).joinder
    assert joinder is not None

    with pytest.raises(NotAllowed, match="your agency is this party"):
        writes.sign_joinder(world.dev, ours, joinder_hash=joinder.hash)
    with pytest.raises(NotAllowed, match="your agency leads it"):
        writes.invite_to_join(world.dev, pk, agency=world.northfield.pk, signatory_title="Boss")


def at_the_quay() -> tuple[Agency, Actor]:
    """Quay Port, and Quin Roe who signs for it."""
    with seeding():
        quay = Agency.objects.create(
            code="QPP", name="Quay Port", discipline="other", jurisdiction="Quay"
        )
        return quay, actor(member(quay, "Quin Roe", SeatKind.SIGNATORY))


def test_who_joins_what_others_are_still_signing_signs_a_joinder(world: World) -> None:
    quay, quin = at_the_quay()
    pk = drafted(world, joinable=True, effect=Effect.PER_PARTY)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
    invited(world, pk, agency=quay.pk)

    with pytest.raises(JoinderFirst):
        writes.sign_agreement(quin, pk, text_hash=hash_of(pk))
