"""What tests of this app do over and over: draft, send, sign."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from agencies import writes
from agencies.agreement_text import text_of
from agencies.details import AgreementDetails, SectionWording, Wording
from agencies.elements import Element
from agencies.models import (
    Agency,
    Agreement,
    AttachmentKind,
    Clause,
    Effect,
    Instrument,
    Party,
    SeatKind,
    Tier,
)
from agencies.pdfs import plain_pdf
from agencies.standing_terms import AutoAidTerms
from agencies.terms import RequestTerms, Supply, SupplyTerms
from audit import walls
from audit.actors import Actor
from audit.models import Entry
from tests.agencies.papers import paper
from tests.world import AMBULANCE, World, actor, member, seeding


def agreement_details(**changes: Any) -> AgreementDetails:
    now = timezone.now()
    said = {
        "title": "Harbor and Bay aid",
        "instrument": Instrument.MUTUAL_AID,
        "tier": Tier.LOCAL,
        "purpose": "Help each other.",
        "scope": "Ambulances.",
        "effective_at": now - timedelta(days=1),
        "expires_at": now + timedelta(days=365),
        "effect": Effect.ALL,
    }
    return AgreementDetails(**{**said, **changes})


def wording(**changes: Any) -> Wording:
    said = {
        "number": "1",
        "heading": "Asking",
        "text": "Either party may ask the other.",
        "terms": RequestTerms(),
    }
    return Wording(**{**said, **changes})


def section_wording(**changes: Any) -> SectionWording:
    said = {
        "number": "1",
        "heading": "Definitions",
        "text": "Aid is whatever helps.",
        "elements": frozenset({Element.DEFINITIONS}),
    }
    return SectionWording(**{**said, **changes})


def supply(number: str = "2", **changes: Any) -> Wording:
    ambulances = Supply(kind=AMBULANCE, max_quantity=3, drawdown_floor=1)
    said = {"number": number, "heading": "Ambulances", "text": "Bay sends ambulances."}
    return wording(**{**said, "terms": SupplyTerms(supplies=(ambulances,)), **changes})


def drafted(world: World, **changes: Any) -> UUID:
    """A draft of Dora's, between Harbor County Fire and Bay City EMS, ready to be sent."""
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(**changes),
        signatory_title="Fire chief",
    )
    writes.add_party(
        world.dora, told.agreement, agency=world.bay_ems.pk, signatory_title="Director"
    )
    writes.add_clause(world.dora, told.agreement, wording=wording())
    writes.add_clause(world.dora, told.agreement, wording=supply(giver=world.bay_ems.pk))
    return told.agreement


def sent(world: World, **changes: Any) -> UUID:
    """The same, out for signature."""
    pk = drafted(world, **changes)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    return pk


def executed(world: World, **changes: Any) -> UUID:
    """The same, signed by both."""
    pk = sent(world, **changes)
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))
    for admin in (world.dora, world.dev):  # neither agency has counsel
        check_all(admin, pk)
    return pk


def due_at_once(world: World, check: bool = True, **said: Any) -> UUID:
    """Signed by both: Harbor County Fire sends Bay City EMS an engine without being asked."""
    pk = drafted(world, title="Harbor goes at once")
    terms = AutoAidTerms(**{"first_due": ("HCF E1", "HCF E2")} | said)
    clause = wording(
        number="3",
        heading="First due",
        text="Harbor sends E1, then E2.",
        terms=terms,
        giver=world.harbor_fire.pk,
    )
    writes.add_clause(world.dora, pk, wording=clause)
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    for signatory in (world.dora, world.dev):
        writes.sign_agreement(signatory, pk, text_hash=hash_of(pk))
        if check:
            check_all(signatory, pk)
    return pk


def check_all(by: Actor, pk: UUID) -> None:
    """Say of every clause that its coded form says what its text says, without looking at it."""
    with walls.beyond("tests"):
        rows = Clause.objects.filter(agreement=pk, removed_at__isnull=True)
        clauses = list(rows.values_list("pk", flat=True))
    writes.check_clauses(by, pk, clauses=clauses)


def attached(by: Actor, pk: UUID, title: str = "Map", **said: Any) -> UUID:
    """A file of one page that is attached to a draft."""
    kind = said.pop("kind", AttachmentKind.EXHIBIT)
    file = plain_pdf(paper(title))
    return writes.add_attachment(by, pk, kind=kind, title=title, file=file).attachment


def hash_of(pk: UUID) -> str:
    with walls.beyond("tests"):
        return text_of(Agreement.objects.get(pk=pk)).hash


def told_in(stream: str) -> list[str]:
    """The kinds of what a stream tells, in order."""
    return list(Entry.objects.filter(stream=stream).order_by("seq").values_list("kind", flat=True))


def led_by_bay(world: World) -> UUID:
    pk = drafted_by_bay(world)
    writes.send_for_signature(world.dev, pk, text_hash=hash_of(pk))
    return pk


def drafted_by_bay(world: World, *, other: Agency | None = None, **changes: Any) -> UUID:
    told = writes.draft_agreement(
        world.dev,
        world.bay_ems.pk,
        details=agreement_details(**{"title": "Led by Bay", **changes}),
        signatory_title="Director",
    )
    other = other or world.harbor_fire
    writes.add_party(world.dev, told.agreement, agency=other.pk, signatory_title="Chief")
    writes.add_clause(world.dev, told.agreement, wording=wording())
    return told.agreement


def reviewed(world: World, **changes: Any) -> UUID:
    """A text of Dora's that is out for review. Neither agency has counsel: admins answer."""
    pk = drafted(world, **changes)
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))
    return pk


def approved(world: World, **changes: Any) -> UUID:
    """The same, approved by both."""
    pk = reviewed(world, **changes)
    for admin in (world.dora, world.dev):
        writes.approve_text(admin, pk, text_hash=hash_of(pk))
    return pk


def party(pk: UUID, agency: Agency) -> UUID:
    return Party.objects.get(agreement=pk, agency=agency, removed_at=None).pk


def clause(pk: UUID, number: str) -> UUID:
    """The clause that has this number now."""
    return Clause.objects.get(agreement=pk, number=number, removed_at=None).pk


def counsel(agency: Agency, name: str) -> Actor:
    """Somebody who is seated as counsel of an agency."""
    with seeding():
        return actor(member(agency, name, SeatKind.COUNSEL, title="General counsel"))
