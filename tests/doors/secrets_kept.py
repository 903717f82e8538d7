"""What Harbor County Fire does that nobody of another agency may notice, by any sign (P11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from agencies import writes as in_agencies
from agencies.categories import Category, Tlp
from agencies.details import MemberDetails, Password, ResourceDetails
from agencies.lifecycle import Readiness
from agencies.models import SeatKind
from incidents import writes as at_incidents
from incidents.models import DivisionKind, Hazard, Mode
from tests.agencies.acts import agreement_details, wording
from tests.foreign import pk_of
from tests.world import ENGINE, PASSWORD, World

ADDRESS: Final = "hidden@hcf.example"
SIGN: Final = "HIDDEN91"
NAME: Final = "Hidden Cove"
# The sorts of rows, by the words before their ids, of which it keeps one to itself.
SORTS: Final = (
    *("agreements", "clauses", "divisions", "incidents", "notes", "parties"),
    *("resources", "tokens"),
)


def kept(world: World) -> dict[str, UUID]:
    """Everything of Harbor's own, in the middle of what is shared: the ids of what it made."""
    return {**_at_home(world), **_elsewhere(world), **_at_the_fire(world), **_drafted(world)}


def hired(world: World, *, secretly: bool) -> None:
    """Somebody whom agencies at the fire know by name, in either world: the rest is Harbor's."""
    known = {"email": "holm@hcf.example", "title": ""}
    member = MemberDetails(
        name="Holm Reyes",
        **({"email": ADDRESS, "title": NAME, "phone": "555-0191"} if secretly else known),
        seats=frozenset({SeatKind.AUDITOR}),
    )
    in_agencies.add_member(
        world.dora, world.harbor_fire.pk, member=member, password=Password.of(PASSWORD)
    )


def _at_home(world: World) -> dict[str, UUID]:
    dora, harbor = world.dora, world.harbor_fire.pk
    in_agencies.suspend_member(dora, pk_of(world.ben), reason=NAME)
    in_agencies.restore_member(dora, pk_of(world.ben))
    token = in_agencies.issue_token(
        dora,
        pk_of(dora),
        name=NAME,
        digest="c" * 64,
        expires_at=timezone.now() + timedelta(days=9),
    )
    first, second = (
        in_agencies.add_resource(
            dora, harbor, details=ResourceDetails(call_sign=sign, kind=ENGINE, type=1, personnel=4)
        ).resource
        for sign in (SIGN, "HIDDEN92")
    )
    in_agencies.change_readiness(dora, second, to=Readiness.OUT_OF_SERVICE, reason=NAME)
    return {"tokens": token.token, "resources": first}


def _elsewhere(world: World) -> dict[str, UUID]:
    """An incident of its own, with an engine, an objective and a note."""
    told = at_incidents.open_incident(
        world.ana, world.harbor_fire.pk, name=NAME, kind=Hazard.FIRE, mode=Mode.REAL_WORLD
    )
    pk = told.incident
    at_incidents.set_objective(world.ana, pk, text=NAME)
    division = at_incidents.add_division(world.ana, pk, kind=DivisionKind.DIVISION, name="H")
    at_incidents.write_note(world.ana, pk, category=Category.OPS, text=NAME)
    return {"incidents": pk, "divisions": division.division}


def _at_the_fire(world: World) -> dict[str, UUID]:
    """Notes beside those that Bay City EMS reads."""
    fire = world.fire.pk
    at_incidents.write_note(world.ana, fire, category=Category.OPS_R, text=NAME)
    at_incidents.write_note(world.ana, fire, category=Category.OPS, text=NAME, tlp=Tlp.AMBER_STRICT)
    red = at_incidents.write_note(
        world.ana,
        fire,
        category=Category.OPS,
        text=NAME,
        tlp=Tlp.RED,
        recipients=frozenset({pk_of(world.ben)}),
    )
    return {"notes": red.note}


def _drafted(world: World) -> dict[str, UUID]:
    """Words that Bay City EMS would be bound by, and was not sent."""
    draft = in_agencies.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(title=NAME),
        signatory_title="Chief",
    ).agreement
    party = in_agencies.add_party(
        world.dora, draft, agency=world.bay_ems.pk, signatory_title="Director"
    )
    clause = in_agencies.add_clause(world.dora, draft, wording=wording(text=NAME))
    return {"agreements": draft, "parties": party.party, "clauses": clause.clause}
