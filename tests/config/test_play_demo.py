"""The demo played on a running server, from the first call to the last unit home."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from agencies.models import ApiToken
from audit.models import Entry
from audit.verification import verify_all
from config.demo.playing import play, servers
from config.demo.region import REGION
from config.demo.seeding import seed
from config.demo.seeding.peopled import Peopled
from config.demo.signins import FIRE_DESK
from incidents.lifecycle import FINAL, IncidentStatus
from incidents.models import Deployment, Handover, Incident
from mutualaid import writes
from mutualaid.models import OrderLine, Solicitation

VISITOR = "Port Ellery Fire Department"
PLAYED = "Playing the demo"  # what a player's token is called


@dataclass
class Visitor:
    """Reads what the play prints, and does something when a line says this."""

    lines: list[str] = field(default_factory=list)
    at: str = "\n"
    does: Callable[[], None] = lambda: None

    def reads(self, line: str) -> None:
        self.lines.append(line)
        if self.at in line:
            self.does()

    write = reads  # where a command prints


@pytest.fixture
def region(transactional_db: None) -> Peopled:
    return seed(replace(REGION, stories=()), timezone.now())


def offer_one(region: Peopled) -> None:
    """What the visitor does with the ask in their inbox."""
    desk = region.people[FIRE_DESK]
    ask = Solicitation.objects.get(agency=desk.agency_id)
    writes.offer(desk, ask.pk, resources=[region.resources["PEFD Engine 2"]])


def break_off() -> None:
    raise KeyboardInterrupt


def answers(line: OrderLine) -> dict[str, tuple[str, bool]]:
    rows = Solicitation.objects.filter(line=line)
    return {name: (status, late) for name, status, late in rows.values_list(
        "agency__name", "status", "late")}  # fmt: skip


def test_an_incident_is_played_with_the_visitor_and_everybody_is_home_in_the_end(
    region: Peopled, live_server: LiveServer
) -> None:
    visitor = Visitor(at="Your turn", does=lambda: offer_one(region))

    play(live_server.url, "Pileup", 0, visitor.reads)

    engines, ambulances = OrderLine.objects.order_by("request__requested_at")
    assert answers(engines) == {
        VISITOR: ("completed", False),
        "Quillan Falls Fire Department": ("completed", False),
    }
    assert answers(ambulances) == {
        "Tamarack Regional EMS": ("completed", False),
        "Grisholm Ambulance Authority": ("completed", False),
        "Wintercress Fire Protection District": ("completed", False),
    }
    assert [line for line in visitor.lines if "was refused" in line] == []
    assert _everybody_is_home()
    assert Handover.objects.get().status == "accepted"
    assert Entry.objects.filter(kind="incidents.command_transferred").exists()
    assert verify_all() == []


@pytest.mark.parametrize("at", ["offers command", "Grisholm has seen it"])
def test_a_play_that_is_broken_off_sends_everybody_home_for_the_next_one(
    region: Peopled, live_server: LiveServer, at: str
) -> None:
    visitor = Visitor(at=at, does=break_off)

    play(live_server.url, "Pileup", 0, visitor.reads)

    assert "Broken off" in visitor.lines[-2]
    assert Deployment.objects.count() > 3
    assert _everybody_is_home()
    assert {line.status for line in OrderLine.objects.all()} <= {"cancelled"}


def test_a_program_that_is_ended_from_outside_sends_everybody_home_first(
    region: Peopled, live_server: LiveServer
) -> None:
    visitor = Visitor(at="offers command", does=lambda: os.kill(os.getpid(), signal.SIGTERM))

    call_command("play_demo", f"--address={live_server.url}", minutes=0, stdout=visitor)

    assert any("Broken off" in line for line in visitor.lines)
    assert Deployment.objects.count() > 3
    assert _everybody_is_home()


def test_without_the_region_there_is_nobody_to_play(db: None) -> None:
    with pytest.raises(CommandError, match=r"manage\.py seed_demo"):
        call_command("play_demo")


def test_a_lost_server_gives_a_sentence(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    seed(replace(REGION, stories=(), agreements=(), resources=()), timezone.now())
    monkeypatch.setattr(servers, "REST_SECONDS", 0)

    with pytest.raises(CommandError, match="does not answer"):
        call_command("play_demo", "--address=http://127.0.0.1:9")
    assert not ApiToken.objects.filter(name=PLAYED, revoked_at=None).exists()


def _everybody_is_home() -> bool:
    """Every unit, every token, and the incident itself."""
    away = Deployment.objects.exclude(state__in=sorted(FINAL))
    valid = ApiToken.objects.filter(name=PLAYED, revoked_at=None)
    open_ = Incident.objects.exclude(status=IncidentStatus.CLOSED)
    return not (away.exists() or valid.exists() or open_.exists())
