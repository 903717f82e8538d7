"""What each read shows of another agency, and so what that agency finds in its log of looks.

A table by hand, against which every read is held. Dev and Cleo of Bay City EMS look; the data is
Harbor County Fire's. For each read, how it is called, and the sorts of Harbor's rows that the log
must name: none where it shows nothing of Harbor's but what the directory tells everybody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import UUID

from agencies import reads as agencies
from agencies.reads import inbox
from audit.trail import Sought
from incidents import reads as incidents
from incidents.exchange.cap import read_alert
from mutualaid import reads as requests
from mutualaid.models import OrderLine, Rung
from mutualaid.reads.why import Question
from tests.foreign import Scene, pk_of
from tests.incidents.arrange import cap
from tests.looks_at_agreements import AGREEMENTS
from tests.looks_at_people import PEOPLE
from tests.looks_at_sharing import SHARING
from tests.world import AMBULANCE

Look = tuple[Callable[[Scene], object], str]

Part = type[OrderLine] | type[Rung]

ON_BOARD: Final = "deployment line note objective request rung"


def of_request(part: Part, it: Scene, path: str) -> UUID:
    """The first line of the request at the fire, or its first rung."""
    return part.objects.filter(**{path: it.request}).values_list("pk", flat=True)[0]


# By module and name.
SHOWN: Final[dict[str, dict[str, Look]]] = {
    "agencies.reads.catalogue": {
        "kinds": (lambda it: agencies.kinds(it.dev), ""),
    },
    "agencies.reads.directory": {
        "agencies": (lambda it: agencies.agencies(it.dev), ""),
        "agency": (lambda it: agencies.agency(it.dev, it.world.harbor_fire.pk), ""),
    },
    "agencies.reads.inbox": {
        "waiting": (lambda it: inbox.waiting(it.dev), ""),
    },
    "agencies.reads.own": {
        "member": (lambda it: agencies.member(it.dev, pk_of(it.cleo)), ""),
        "members": (lambda it: agencies.members(it.dev), ""),
        "my_agency": (lambda it: agencies.my_agency(it.dev), ""),
        "to_review": (lambda it: agencies.to_review(it.dev), ""),
        "tokens": (lambda it: agencies.tokens(it.dev), ""),
    },
    "agencies.reads.resources": {
        "kinds_in_use": (lambda it: agencies.kinds_in_use(it.dev), ""),
        "resource": (lambda it: agencies.resource(it.dev, it.world.ambulances[0].pk), "incident"),
        "resources": (lambda it: agencies.resources(it.dev), "incident"),
    },
    "agencies.reads.trails": {
        "agency_trail": (lambda it: agencies.agency_trail(it.dev, Sought()), "agreement"),
        "exported_looks": (lambda it: agencies.exported_looks(it.dev, it.copied, Sought()), ""),
        "exported_trail": (
            lambda it: agencies.exported_trail(it.dev, it.exported, Sought()),
            "agreement",
        ),
        "ledger_state": (lambda it: agencies.ledger_state(it.dev), ""),
        "look_days": (lambda it: agencies.look_days(it.dev), ""),
        "security_log": (lambda it: agencies.security_log(it.dev), ""),
        "trail_kinds": (lambda it: agencies.trail_kinds(it.dev), ""),
        "viewers": (lambda it: agencies.viewers(it.dev), ""),
        "who_looked": (lambda it: agencies.who_looked(it.dev, Sought()), ""),
    },
    "incidents.reads.alerts": {
        "alert": (lambda it: incidents.alert(it.dev, it.alert), ""),
        "alert_like": (
            lambda it: incidents.alert_like(it.dev, read_alert(cap("A2"))[0], "0" * 64),
            "",
        ),
        "alerts": (lambda it: incidents.alerts(it.dev), ""),
    },
    "incidents.reads.board": {
        "board": (lambda it: incidents.board(it.dev, it.fire), f"{ON_BOARD} handover glass"),
        "incident": (lambda it: incidents.incident(it.dev, it.fire), "incident"),
    },
    "incidents.reads.choices": {
        "agencies_there": (lambda it: incidents.agencies_there(it.dev, it.flood), ""),
        "agencies_to_invite": (lambda it: incidents.agencies_to_invite(it.dev, it.fire), ""),
        "resources_to_commit": (lambda it: incidents.resources_to_commit(it.dev), ""),
    },
    "incidents.reads.command": {
        "briefing": (lambda it: incidents.briefing(it.cleo, it.to_cleo), ON_BOARD),
        "command_offer": (
            lambda it: incidents.command_offer(it.cleo, it.to_cleo),
            "incident offer",
        ),
        "command_offers": (lambda it: incidents.command_offers(it.cleo), "incident offer"),
        "command_seat": (lambda it: incidents.command_seat(it.dev, it.world.seat.pk), "seat"),
        "pending_offer": (lambda it: incidents.pending_offer(it.cleo, it.world.seat.pk), ""),
        "possible_commanders": (
            lambda it: incidents.possible_commanders(it.cleo, it.flood_seat),
            "taker",
        ),
    },
    "incidents.reads.deployments": {
        "deployment": (lambda it: incidents.deployment(it.dev, it.engine), "deployment"),
        "division": (lambda it: incidents.division(it.dev, it.division), "division"),
        "divisions": (lambda it: incidents.divisions(it.dev, it.fire), "division"),
        "objective": (lambda it: incidents.objective(it.dev, it.objective), "objective"),
        "roster": (lambda it: incidents.roster(it.dev, it.fire), "deployment"),
    },
    "incidents.reads.lists": {
        "incidents": (lambda it: incidents.incidents(it.dev), "incident"),
    },
    "incidents.reads.may": {
        "may": (lambda it: incidents.may(it.dev, it.fire), ""),
    },
    "incidents.reads.seats": {
        "empty_seats": (lambda it: incidents.empty_seats(it.dev, it.flood), "seat"),
        "possible_fillers": (lambda it: incidents.possible_fillers(it.dev, it.flood), "taker"),
    },
    "incidents.reads.timeline": {
        "timeline": (
            lambda it: incidents.timeline(it.dev, it.fire),
            f"{ON_BOARD} handover trail glass",
        ),
        "timeline_choices": (
            lambda it: incidents.timeline_choices(it.dev, it.fire),
            "participation",
        ),
        "timeline_export": (
            lambda it: incidents.timeline_export(it.dev, it.fire, Sought()),
            f"{ON_BOARD} handover trail glass",
        ),
    },
    "incidents.reads.zones": {
        "zone": (lambda it: incidents.zone(it.dev, it.fire), ""),
    },
    "mutualaid.reads.followed": {
        "request_followed": (
            lambda it: requests.request_followed(it.dev, it.request),
            "incident trail request line rung",
        ),
    },
    "mutualaid.reads.history": {
        "history": (lambda it: requests.history(it.dev, it.request), "trail request line rung"),
    },
    "mutualaid.reads.inbox": {
        "ask": (lambda it: requests.ask(it.dev, it.ask), "ask"),
        "asks": (lambda it: requests.asks(it.dev), "ask"),
        "inbox": (lambda it: requests.inbox(it.dev), "ask incident glass"),
    },
    "mutualaid.reads.known": {
        "known": (lambda it: requests.known(it.dev, it.request), ""),
        "known_line": (
            lambda it: requests.known_line(
                it.dev, it.request, of_request(OrderLine, it, "request")
            ),
            "",
        ),
        "known_rung": (
            lambda it: requests.known_rung(
                it.dev, it.request, of_request(Rung, it, "line__request")
            ),
            "",
        ),
    },
    "mutualaid.reads.why": {
        "why": (
            lambda it: requests.why(
                it.dev,
                Question(
                    requester=it.world.bay_ems.pk,
                    provider=it.world.harbor_fire.pk,
                    kind=AMBULANCE,
                ),
            ),
            "clause",
        ),
    },
    "mutualaid.reads.first_due": {
        "first_due": (lambda it: requests.first_due(it.dev, it.fire), "clause"),
    },
    "mutualaid.reads.network.page": {
        "network": (lambda it: requests.network(it.dev), "agreement clause"),
    },
    "mutualaid.reads.places": {
        "place_of_request": (lambda it: requests.place_of_request(it.dev, it.request), ""),
    },
    "mutualaid.reads.preview": {
        "preview": (lambda it: requests.preview(it.dev, it.fire, kind=AMBULANCE), "clause"),
    },
    "mutualaid.reads.requests": {
        "incident_asked_for": (
            lambda it: requests.incident_asked_for(it.dev, it.fire),
            "incident",
        ),
        "offer": (lambda it: requests.offer(it.dev, it.request, it.ask), ""),
        "request": (lambda it: requests.request(it.dev, it.request), "incident request line rung"),
        "request_of_message": (lambda it: requests.request_of_message(it.dev, "none"), ""),
        "requests": (lambda it: requests.requests(it.dev, it.fire), "incident request line rung"),
        "zone": (lambda it: requests.zone(it.dev, it.request), ""),
    },
}

LOOKS: Final = {
    f"{module}.{name}": look
    for module, reads in (SHOWN | PEOPLE | AGREEMENTS | SHARING).items()
    for name, look in reads.items()
}
