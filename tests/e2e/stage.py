"""Sets the stage in the rig's database (``python -m tests.e2e.stage``) and prints what is there.

A program of its own, since the Django of the tests themselves belongs to another database.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from uuid import UUID

import django

django.setup()

from tests.sight import open_eyes  # noqa: E402

open_eyes()

from django.utils import timezone  # noqa: E402

from agencies import writes as agencies  # noqa: E402
from agencies.categories import Category  # noqa: E402
from agencies.models import Agency, Member, Resource  # noqa: E402
from incidents import writes  # noqa: E402
from incidents.models import DivisionKind, Hazard, Incident, Mode  # noqa: E402
from mutualaid import writes as mutual_aid  # noqa: E402
from mutualaid.writes import LineWanted  # noqa: E402
from tests.agencies.acts import drafted, due_at_once  # noqa: E402
from tests.canaries.planting import planted  # noqa: E402
from tests.e2e import neighbors  # noqa: E402
from tests.world import AMBULANCE, ENGINE, World, actor, build, resource, seeding  # noqa: E402


def main() -> None:
    with planted():
        sys.stdout.write(json.dumps(laid_out(build())))


def laid_out(world: World) -> dict[str, object]:
    """What is there, by id."""
    with seeding():
        neighbors.build(world)
        Resource.objects.filter(pk=world.ambulances[0].pk).update(leader="Rosa Lind")
        # Written past the numbering, it would take the number of the next real one.
        Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
    lines_down(world)
    flood = opened(world, "Mill Road fire", Mode.REAL_WORLD)
    furnish(world, flood)
    told = ask(world, flood, AMBULANCE)
    shore = quay(world)
    with seeding():
        agencies_by_code = dict(Agency.objects.values_list("code", "pk"))
    return {
        "fire": str(flood),
        "drill": str(opened(world, "Autumn drill", Mode.EXERCISE)),
        "request": str(told),
        "agreement": str(world.agreement.pk),
        "draft": str(drafted(world)),
        "treaty": str(treaty(world)),
        "quay": str(shore),
        "needed": str(ask(world, shore, ENGINE)),
        "unchecked": str(due_at_once(world, check=False)),
        "agencies": {code: str(pk) for code, pk in agencies_by_code.items()},
    }


def treaty(world: World) -> UUID:
    """A draft between three agencies; Valley County EMS has counsel."""
    pk = drafted(world, title="Three county aid")
    with seeding():
        valley = Agency.objects.get(code="VCE")
    agencies.add_party(world.dora, pk, agency=valley.pk, signatory_title="Director")
    return pk


def quay(world: World) -> UUID:
    """A fire of Harbor County Fire's to which Valley County EMS came, and an engine whose leader
    no clause shows them.
    """
    told = writes.open_incident(
        world.ana, world.harbor_fire.pk, name="Quay Street fire", kind=Hazard.FIRE,
        mode=Mode.REAL_WORLD, place="Quay Street",
    )  # fmt: skip
    with seeding():
        vera = actor(Member.objects.select_related("agency").get(name="Vera Quist"))
        engine = resource(world.harbor_fire, "E9", ENGINE, 1, 4)
        Resource.objects.filter(pk=engine.pk).update(leader="Lena Fox")
    writes.invite_agency(world.ana, told.incident, agency=vera.agency_id)
    writes.accept_invitation(vera, told.incident)
    committed = writes.commit_resource(world.dora, told.incident, resource=engine.pk)
    writes.check_in(world.dora, committed.deployment, version=1)
    return told.incident


def lines_down(world: World) -> None:
    """What Northfield Power is at, alone."""
    writes.open_incident(
        world.ivy, world.northfield.pk, name="Lines that are down", kind=Hazard.UTILITY,
        mode=Mode.REAL_WORLD, place="Substation 3",
    )  # fmt: skip


def opened(world: World, name: str, mode: Mode) -> UUID:
    """A fire that Ana opens, and so commands, and to which Bay City EMS comes."""
    told = writes.open_incident(
        world.ana, world.harbor_fire.pk, name=name, kind=Hazard.FIRE, mode=mode, place="Mill Road"
    )
    writes.invite_agency(world.ana, told.incident, agency=world.bay_ems.pk)
    writes.accept_invitation(world.dev, told.incident)
    return told.incident


def furnish(world: World, fire: UUID) -> None:
    """Units on both sides of the board, a division, an objective, and notes of two sorts."""
    for by, unit in (
        (world.dora, world.engines[0]),
        (world.dora, world.engines[1]),
        (world.dev, world.ambulances[0]),
    ):
        told = writes.commit_resource(by, fire, resource=unit.pk)
        writes.check_in(by, told.deployment, version=1)
    writes.add_division(world.ana, fire, kind=DivisionKind.DIVISION, name="A")
    writes.add_division(world.ana, fire, kind=DivisionKind.STAGING_AREA, name="North lot")
    writes.set_objective(world.ana, fire, text="Hold the fire west of Mill Road.")
    writes.write_note(world.ana, fire, category=Category.OPS, text="Wind turns to the east.")
    writes.write_note(world.dev, fire, category=Category.PHI, text="One burned, sixty per cent.")


def ask(world: World, fire: UUID, kind: str) -> UUID:
    """A request with hours to answer it: ambulances, Bay City EMS is asked for."""
    told = mutual_aid.submit_request(
        world.dora,
        fire,
        priority="routine",
        needed_by=timezone.now() + timedelta(hours=12),
        deliver_to="North lot",
        lines=[LineWanted(kind=kind, quantity=1)],
    )
    request: UUID = told[0].request
    return request


if __name__ == "__main__":
    main()
