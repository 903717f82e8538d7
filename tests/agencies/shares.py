"""Agreements of the tests that share data, each with one clause."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from agencies import writes
from agencies.categories import Category, ClearanceKind, Masking, Purpose
from agencies.details import Wording
from agencies.models import Agreement, CheckItem
from agencies.reads.directory import DIRECTORY
from agencies.terms import Share, ShareTerms
from audit.actors import Actor, machine
from tests.agencies.acts import agreement_details, check_all, hash_of, wording
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
    one_way = sharing(
        "1",
        *categories,
        purpose=purpose,
        masking=masking,
        giver=world.harbor_fire.pk,
        receiver=world.bay_ems.pk,
        **limits,
    )
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(title="Harbor shares"),
        signatory_title="Fire chief",
    )
    pk = told.agreement
    writes.add_party(world.dora, pk, agency=world.bay_ems.pk, signatory_title="Director")
    writes.add_clause(world.dora, pk, wording=one_way)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))
    check_all(world.dora, pk)
    return Agreement.objects.get(pk=pk)


def sharing(
    number: str,
    *categories: Category,
    purpose: Purpose = Purpose.INCIDENT,
    masking: Masking = Masking.WHOLE,
    giver: UUID | None = None,
    receiver: UUID | None = None,
    **limits: Any,
) -> Wording:
    """A clause by which these are shown."""
    shares = tuple(Share(category=one, purpose=purpose, masking=masking) for one in categories)
    terms = ShareTerms(shares=shares, **limits)
    return wording(number=number, giver=giver, receiver=receiver, terms=terms)


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


__all__ = ["checklist_done", "cleared", "seeding", "shared", "sharing"]
