"""What tests about incidents look at, and the steps that many of them begin with."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson

from audit.actors import Actor
from audit.models import Entry, Image, Testimony
from audit.streams import of_agency, of_incident
from incidents import writes
from incidents.exchange.cap import read_alert
from incidents.models import BriefingItem, CommandSeat, Deployment, Hazard, Incident, Mode
from tests.world import World

WHOLE_BRIEFING = frozenset(BriefingItem)


def commander_of(incident: UUID) -> UUID | None:
    return CommandSeat.objects.get(incident=incident, ended_at__isnull=True).holder_id


def entries(stream: str) -> list[str]:
    return list(Entry.objects.filter(stream=stream).order_by("seq").values_list("kind", flat=True))


def last_body(stream: str) -> dict[str, Any]:
    body = Testimony.objects.filter(stream_key=stream).order_by("-seq").values_list("body").first()
    assert body is not None
    assert body[0] is not None
    said: dict[str, Any] = orjson.loads(body[0])
    return said


def told_to(agency: UUID) -> list[str]:
    return entries(of_agency(agency))


def happened_at(incident: UUID) -> list[str]:
    return entries(of_incident(incident))


def image(incident: UUID, key: str) -> dict[str, Any] | None:
    """The newest image of a row on the incident's board, before any sheet."""
    row: dict[str, Any] | None = Image.objects.values_list("row", flat=True).get(
        stream_key=of_incident(incident), key=key
    )
    return row


def opened(actor: Actor, mode: Mode = Mode.REAL_WORLD) -> Incident:
    assert actor.agency_id is not None
    fact = writes.open_incident(
        actor, actor.agency_id, name="Pier 9 fire", kind=Hazard.FIRE, mode=mode
    )
    return Incident.objects.get(pk=fact.incident)


def joined(incident: Incident, host: Actor, guest: Actor) -> None:
    assert guest.agency_id is not None
    writes.invite_agency(host, incident.pk, agency=guest.agency_id)
    writes.accept_invitation(guest, incident.pk)


def on_the_way(world: World) -> Deployment:
    """Engine 1, committed to the world's fire."""
    fact = writes.commit_resource(world.dora, world.fire.pk, resource=world.engines[0].pk)
    return Deployment.objects.get(pk=fact.deployment)


def arrived(world: World) -> Deployment:
    """Engine 1, checked in at the world's fire."""
    coming = on_the_way(world)
    writes.check_in(world.dora, coming.pk, version=coming.version)
    return Deployment.objects.get(pk=coming.pk)


CAP = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>{identifier}</identifier><sender>duty@weather.example</sender>
  <sent>{sent}</sent><status>{status}</status><msgType>{type}</msgType><scope>Public</scope>
  {references}
  <info><category>Met</category><event>{event}</event><urgency>Immediate</urgency>
  <severity>Severe</severity><certainty>Observed</certainty>
  <headline>Water is rising</headline>
  <area><areaDesc>Harbor County</areaDesc><circle>38.5,-121.5 5</circle></area></info>
</alert>"""

SENT = "2026-11-20T10:00:00-00:00"


def cap(
    identifier: str = "A1",
    *,
    status: str = "Actual",
    type_: str = "Alert",
    about: str = "",
    sent: str = SENT,
    event: str = "Flood Warning",
) -> bytes:
    """A CAP message; ``about`` is the identifier of the message it refers to."""
    references = f"<references>duty@weather.example,{about},{SENT}</references>" if about else ""
    return CAP.format(
        identifier=identifier,
        sent=sent,
        status=status,
        type=type_,
        references=references,
        event=event,
    ).encode()


def received(actor: Actor, raw: bytes) -> Any:
    assert actor.agency_id is not None
    message, _remarks = read_alert(raw)
    facts = writes.receive_alert(actor, actor.agency_id, message=message, raw=raw)
    return facts[0]


def stay(pk: UUID) -> Deployment:
    return Deployment.objects.get(pk=pk)
