"""Agreements of Harbor County Fire on every step of the way, with something to do on each."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from agencies import writes
from agencies.models import MotionKind
from tests.agencies.acts import (
    approved,
    attached,
    clause,
    drafted,
    drafted_by_bay,
    executed,
    hash_of,
    party,
    reviewed,
    section_wording,
    sent,
    wording,
)
from tests.world import World


def lay_out_papers(world: World) -> None:
    """While nobody is counsel yet: once somebody is, no draft goes out without them."""
    with_all_its_parts(drafted(world, title="Harbor and Bay draft"), world)
    sent(world, title="Harbor and Bay for signature")
    reviewed(world, title="Harbor and Bay under review")
    in_negotiation(world)
    on_its_second_version(world)
    led_by_the_other(world)
    waiting_for_a_council(world)
    at_rest(world)
    about_to_end(world)
    amended(world)
    joined(world)


def with_all_its_parts(pk: UUID, world: World) -> None:
    """A draft with a section and a file."""
    writes.add_section(world.dora, pk, wording=section_wording())
    attached(world.dora, pk)


def in_negotiation(world: World) -> None:
    """Bay City EMS proposed other words, and waits for an answer."""
    pk = reviewed(world, title="Harbor and Bay at the table")
    writes.propose_words(
        world.dev, pk, clause=clause(pk, "2"), proposed="Bay sends two.", why="We have two."
    )
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")


def on_its_second_version(world: World) -> None:
    """Changed as Bay City EMS asked, and sent out again."""
    pk = reviewed(world, title="Harbor and Bay once more")
    writes.ask_for_changes(world.dev, pk, text_hash=hash_of(pk), reason="We have two.")
    writes.add_clause(world.dora, pk, wording=wording(number="9", text="Bay has two."))
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))


def led_by_the_other(world: World) -> None:
    """Harbor County Fire proposed other words for a text that Bay City EMS leads."""
    pk = drafted_by_bay(world)
    writes.send_for_review(world.dev, pk, text_hash=hash_of(pk))
    writes.propose_words(
        world.dora, pk, clause=clause(pk, "1"), proposed="Both may ask.", why="It is shorter."
    )


def waiting_for_a_council(world: World) -> None:
    """Approved by both for the law, and not resolved on by the council of one."""
    pk = approved(world, title="Harbor and Bay approved")
    writes.name_body(world.dora, party(pk, world.harbor_fire), body="County council")


def at_rest(world: World) -> None:
    pk = executed(world, title="Harbor and Bay at rest")
    ours = party(pk, world.harbor_fire)
    writes.suspend_for_us(world.dora, ours, reason="Crews are spent.", authority="Board order 7")


def about_to_end(world: World) -> None:
    """Harbor County Fire gave notice; each of the two asks for something else at once."""
    pk = executed(world, title="Harbor and Bay about to end")
    writes.give_notice(world.dora, party(pk, world.harbor_fire), reason="We merge.")
    writes.move_for_all(world.dora, pk, kind=MotionKind.TERMINATE, reason="Replaced.")
    writes.move_for_all(
        world.dev, pk, kind=MotionKind.SUSPEND, reason="Storm.", authority="Both chiefs"
    )


def amended(world: World) -> None:
    """What Harbor County Fire thinks of striking out of an agreement in force."""
    pk = executed(world, title="Harbor and Bay in force")
    document = writes.amend_agreement(
        world.dora, pk, purpose="Nobody asks.", effective_at=timezone.now()
    ).agreement
    writes.strike_clause(world.dora, document, clause=clause(pk, "1"))


def joined(world: World) -> None:
    """Northfield Power is asked to join a text of Harbor's, and Harbor one of Bay's."""
    said = {"agency": world.northfield.pk, "signatory_title": "President"}
    writes.invite_to_join(world.dora, executed(world, title="Open to all", joinable=True), **said)
    pk = drafted_by_bay(world, joinable=True, other=world.northfield)
    writes.send_for_signature(world.dev, pk, text_hash=hash_of(pk))
    for signatory in (world.dev, world.ivy):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
    writes.invite_to_join(world.dev, pk, agency=world.harbor_fire.pk, signatory_title="Fire chief")
