"""Who is told by letter of what an agreement waits for; and that a letter names no agreement."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agencies import tasks, writes
from agencies.models import Letter, Member, Milestone, Seat, SeatKind
from tests.agencies.acts import executed, reviewed, sent
from tests.world import World, seeding


def test_who_runs_and_signs_hears_of_a_date_by_mail_and_nobody_else(world: World) -> None:
    pk = executed(world)
    with seeding():
        Letter.objects.update(dropped_at=timezone.now())
        due = timezone.now() - timedelta(days=1)
        Milestone.objects.create(agreement_id=pk, kind="ends_soon", days=30, due_at=due)

    tasks.tell_due()

    told = Letter.objects.filter(dropped_at=None).values_list("to", "subject")
    said = "An agreement of yours ends in 30 days"
    assert set(told) == {("dora@hcf.example", said), ("dev@bce.example", said)}
    assert not Letter.objects.filter(text__contains="Harbor and Bay aid").exists()


def test_signatories_hear_that_their_signature_is_waited_for(world: World) -> None:
    sent(world)

    told = Letter.objects.filter(subject="An agreement waits for your signature")
    assert set(told.values_list("to", flat=True)) == {"dora@hcf.example", "dev@bce.example"}


def test_counsel_hears_of_a_text_to_review_and_an_admin_where_there_is_none(world: World) -> None:
    with seeding():
        ben = Member.objects.get(pk=world.ben.member_id)
        Seat.objects.create(member=ben, kind=SeatKind.COUNSEL, since=timezone.now())

    reviewed(world)

    told = Letter.objects.filter(subject="The text of an agreement waits for your review")
    assert set(told.values_list("to", flat=True)) == {"ben@hcf.example", "dev@bce.example"}


def test_who_is_asked_to_join_hears_of_it_and_the_parties_do_not(world: World) -> None:
    """RULE-MOU-05."""
    pk = executed(world, joinable=True)
    with seeding():
        Letter.objects.update(dropped_at=timezone.now())

    writes.invite_to_join(world.dora, pk, agency=world.northfield.pk, signatory_title="Chief")

    (letter,) = Letter.objects.filter(dropped_at=None)
    assert (letter.to, letter.subject) == (
        "ivy@npc.example",
        "Your agency is asked to join an agreement",
    )
    assert f"/agreements/{pk}/" in letter.text
    assert "Harbor and Bay aid" not in letter.text


def test_how_long_a_certificate_is_good_is_said_in_days(world: World) -> None:
    """RULE-MOU-03."""
    pk = executed(world)
    with seeding():
        Letter.objects.update(dropped_at=timezone.now())
        due = timezone.now() - timedelta(days=1)
        Milestone.objects.create(agreement_id=pk, kind="insured_soon", days=30, due_at=due)

    tasks.tell_due()

    said = "A certificate of insurance under an agreement of yours runs out in 30 days"
    assert set(Letter.objects.filter(dropped_at=None).values_list("subject", flat=True)) == {said}
