"""Sets the stage in the rig's database: people with tokens, incidents, lines that are sought.

A program of its own (``python -m tests.faults.stage LINES``), since the Django of the
tests themselves belongs to another database. What was made is printed as JSON.
"""

from __future__ import annotations

import json
import secrets
import sys
from datetime import timedelta
from importlib import import_module

import django

django.setup()

from tests.sight import open_eyes  # noqa: E402

open_eyes()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.utils import timezone  # noqa: E402

from agencies import admission  # noqa: E402
from agencies.models import ApiToken, BoundTo, Member, Scope  # noqa: E402
from agencies.sittings import sit  # noqa: E402
from audit.actors import Actor  # noqa: E402
from incidents import writes as at_incidents  # noqa: E402
from incidents.models import Hazard, Mode  # noqa: E402
from mutualaid import writes  # noqa: E402
from mutualaid.writes import LineWanted  # noqa: E402
from tests.mutualaid import region as around  # noqa: E402
from tests.mutualaid.region import Region  # noqa: E402
from tests.world import AMBULANCE, World, build, seeding  # noqa: E402

LINES_PER_REQUEST = 5
INCIDENTS = 24


def main(lines: int) -> None:
    region = around.build(build())
    incidents = [incident(region.world, number) for number in range(INCIDENTS)]
    people = {"dora": region.dora, "dev": region.dev, "cleo": region.world.cleo}
    with seeding():
        tokens = {name: token(person) for name, person in people.items()}
        cookie = session(region.dora)
    for _ in range(0, lines, LINES_PER_REQUEST):
        order(region)
    sys.stdout.write(
        json.dumps(
            {
                "tokens": tokens,
                "cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}",
                "fire": str(region.world.fire.pk),
                "incidents": incidents,
            }
        )
    )


def incident(world: World, number: int) -> str:
    """One more fire, which Harbor County Fire opens and to which Bay City EMS comes."""
    told = at_incidents.open_incident(
        world.dora,
        world.harbor_fire.pk,
        name=f"Fire {number}",
        kind=Hazard.FIRE,
        mode=Mode.TEST,
    )
    at_incidents.invite_agency(world.dora, told.incident, agency=world.bay_ems.pk)
    at_incidents.accept_invitation(world.dev, told.incident)
    return str(told.incident)


def token(of: Actor) -> str:
    """A token that another system of somebody's holds."""
    secret = admission.TOKEN_PREFIX + secrets.token_urlsafe(24)
    now = timezone.now()
    ApiToken.objects.create(
        member=Member.objects.get(pk=of.member_id or ""),
        name="Another system",
        digest=admission.digest_of(secret),
        issued_at=now,
        expires_at=now + timedelta(days=1),
        bound=BoundTo.EXERCISE,  # as what it is used at
        scopes=[Scope.LOOK, Scope.INCIDENTS, Scope.REQUESTS],
    )
    return secret


def session(of: Actor) -> str:
    """The session of somebody who has signed in with a browser."""
    account = Member.objects.select_related("account").get(pk=of.member_id or "").account
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    sit(store)
    store.create()
    return str(store.session_key)


def order(region: Region) -> None:
    """Ask for ambulances, with hours to answer, so that nothing is due before a test says so."""
    writes.submit_request(
        region.dora,
        region.world.fire.pk,
        priority="routine",
        needed_by=timezone.now() + timedelta(hours=12),
        deliver_to="North lot",
        lines=[LineWanted(kind=AMBULANCE, quantity=2)] * LINES_PER_REQUEST,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
