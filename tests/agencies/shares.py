"""Agreements of the tests that share data, each with one clause."""

from __future__ import annotations

from typing import Any

from agencies import writes
from agencies.categories import Category, ClearanceKind, Masking, Purpose
from agencies.models import Agreement, CheckItem
from agencies.reads.directory import DIRECTORY
from agencies.terms import Share, ShareTerms
from audit.actors import Actor, machine
from tests.agencies.acts import agreement_details, hash_of, wording
from tests.world import World, seeding

OPERATOR = machine("the operator", via="command")


def shared(
    world: World,
    *categories: Category,
    purpose: Purpose = Purpose.INCIDENT,
    masking: Masking = Masking.WHOLE,
    **limits: Any,
) -> Agreement:
    """Harbor County Fire shares these with Bay City EMS, from now on."""
    shares = tuple(Share(category=one, purpose=purpose, masking=masking) for one in categories)
    terms = ShareTerms(shares=shares, **limits)
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(title="Harbor shares"),
        signatory_title="Fire chief",
    )
    pk = told.agreement
    writes.add_party(world.dora, pk, agency=world.bay_ems.pk, signatory_title="Director")
    one_way = wording(giver=world.harbor_fire.pk, receiver=world.bay_ems.pk, terms=terms)
    writes.add_clause(world.dora, pk, wording=one_way)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))
    return Agreement.objects.get(pk=pk)


def cleared(actor: Actor, *kinds: ClearanceKind) -> Actor:
    """The same person, with clearances that they are admitted with."""
    return Actor(
        **{name: getattr(actor, name) for name in actor.__slots__}
        | {"clearances": frozenset(kinds)}
    )


def checklist_done() -> None:
    """Criminal justice data is on."""
    for item in CheckItem:
        writes.confirm_item(
            OPERATOR, DIRECTORY, item=item, confirmed_by="Chief Roe", ground="Letter 7"
        )


__all__ = ["checklist_done", "cleared", "seeding", "shared"]
