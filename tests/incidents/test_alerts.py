from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.refusals import NotAllowed, NotFound
from incidents import reads, writes
from incidents.models import Alert, Hazard, Incident, Mode, Note
from incidents.writes.alert import (
    AlreadyDecided,
    DismissedForNoReason,
    ReceivedBefore,
    SameKeyOtherWords,
)
from tests.incidents.arrange import cap, happened_at, received, told_to
from tests.world import World, numbered

KNOWN = writes.Situation(name="Flood in the harbor", kind=Hazard.FLOOD)


def confirmed(world: World, raw: bytes) -> Incident:
    alert = received(world.dora, raw).alert
    _said, opened = writes.confirm_alert(world.dora, alert, known=KNOWN)
    return Incident.objects.get(pk=opened.incident)


def only(world: World) -> Any:
    (alert,) = reads.alerts(world.dora)
    return alert


def test_an_alert_waits_for_a_dispatcher_who_opens_the_incident(world: World) -> None:
    told = received(world.dora, cap())
    proposed = reads.alert(world.dora, told.alert)
    assert (proposed.status, proposed.proposed_name) == ("proposed", "Flood Warning, Harbor County")
    assert (proposed.latitude, proposed.hazard) == (38.5, "flood")

    _said, opened = writes.confirm_alert(world.dora, told.alert, known=KNOWN)

    incident = Incident.objects.get(pk=opened.incident)
    assert (incident.mode, incident.number) == (Mode.REAL_WORLD, numbered("0002"))
    assert reads.alert(world.dora, told.alert).incident == incident.pk
    assert told_to(world.harbor_fire.pk)[-2:] == [
        "incidents.alert_confirmed",
        "incidents.incident_opened",
    ]


@pytest.mark.parametrize(("status", "mode"), [("Exercise", Mode.EXERCISE), ("Test", Mode.TEST)])
def test_what_is_not_real_never_becomes_real(world: World, status: str, mode: Mode) -> None:
    """Chapter 8.4: the mode is the message's, whoever confirms it."""
    incident = confirmed(world, cap(status=status))

    assert incident.mode == mode
    assert incident.number in {numbered("X0001"), numbered("T0001")}


@pytest.mark.parametrize("status", ["Draft", "System"])
def test_drafts_and_system_messages_are_kept_and_not_acted_on(world: World, status: str) -> None:
    told = received(world.dora, cap(status=status))

    assert reads.alert(world.dora, told.alert).status == "noted"
    with pytest.raises(AlreadyDecided):
        writes.confirm_alert(world.dora, told.alert, known=KNOWN)


def test_an_alert_is_confirmed_once(world: World) -> None:
    told = received(world.dora, cap())
    writes.confirm_alert(world.dora, told.alert, known=KNOWN)

    with pytest.raises(AlreadyDecided):
        writes.confirm_alert(world.dora, told.alert, known=KNOWN)


def test_an_alert_is_dismissed_for_a_reason(world: World) -> None:
    told = received(world.dora, cap())
    with pytest.raises(DismissedForNoReason):
        writes.dismiss_alert(world.dora, told.alert, reason=" ")

    writes.dismiss_alert(world.dora, told.alert, reason="Not our county")

    assert reads.alerts(world.dora, waiting=True) == []
    assert only(world).reason == "Not our county"


def test_an_update_finds_its_incident_and_leaves_a_note_there(world: World) -> None:
    incident = confirmed(world, cap("A1"))

    received(world.dora, cap("A2", type_="Update", about="A1"))

    assert Alert.objects.get(identifier="A2").incident_id == incident.pk
    assert "Alert updated (duty@weather.example): Water is rising" in Note.objects.get().text
    assert happened_at(incident.pk)[-1] == "incidents.note_written"


def test_an_update_of_an_update_finds_it_too(world: World) -> None:
    incident = confirmed(world, cap("A1"))
    received(world.dora, cap("A2", type_="Update", about="A1"))

    received(world.dora, cap("A3", type_="Cancel", about="A2"))

    assert Alert.objects.get(identifier="A3").incident_id == incident.pk


def test_an_update_of_what_still_waits_takes_its_place(world: World) -> None:
    received(world.dora, cap("A1"))

    received(world.dora, cap("A2", type_="Update", about="A1"))

    assert [alert.identifier for alert in reads.alerts(world.dora, waiting=True)] == ["A2"]


def test_a_cancellation_of_what_still_waits_leaves_nothing_to_confirm(world: World) -> None:
    received(world.dora, cap("A1"))

    received(world.dora, cap("A2", type_="Cancel", about="A1"))

    assert reads.alerts(world.dora, waiting=True) == []


def test_an_orphan_is_kept(world: World) -> None:
    """A cancellation of something never heard of is on record; an update may be acted on."""
    received(world.dora, cap("A8", type_="Cancel", about="A0"))
    received(world.dora, cap("A9", type_="Update", about="A0"))

    kept = {alert.identifier: alert.status for alert in reads.alerts(world.dora)}
    assert kept == {"A8": "noted", "A9": "proposed"}


def test_an_exercises_update_leaves_real_incidents_alone(world: World) -> None:
    """Chapter 8.4: nothing crosses from an exercise into what is real."""
    confirmed(world, cap("A1"))

    received(world.dora, cap("A2", type_="Cancel", about="A1", status="Exercise"))

    assert Alert.objects.get(identifier="A2").incident_id is None
    assert not Note.objects.exists()


def test_an_update_of_a_closed_incident_is_attached_without_a_note(world: World) -> None:
    incident = confirmed(world, cap("A1"))
    writes.close_incident(world.dora, incident.pk)

    received(world.dora, cap("A2", type_="Cancel", about="A1"))

    assert Alert.objects.get(identifier="A2").incident_id == incident.pk
    assert not Note.objects.exists()


def test_the_same_message_again_is_the_same_alert(world: World) -> None:
    """RULE-SM-05."""
    received(world.dora, cap())

    with pytest.raises(ReceivedBefore, match="waiting for a dispatcher"):
        received(world.dora, cap())

    assert Alert.objects.count() == 1


def test_a_machines_repeat_with_its_key_gets_the_first_answer(world: World) -> None:
    dora = replace(world.dora, key="cad-17")

    assert received(dora, cap()).alert == received(dora, cap()).alert


def test_the_same_name_over_other_words_is_a_conflict(world: World) -> None:
    received(world.dora, cap())

    with pytest.raises(SameKeyOtherWords):
        received(world.dora, cap(event="Tornado Warning"))


def test_each_agency_has_its_own_alerts(world: World) -> None:
    told = received(world.dora, cap())
    received(world.dev, cap())

    assert [alert.identifier for alert in reads.alerts(world.dev)] == ["A1"]
    with pytest.raises(NotFound):
        reads.alert(world.dev, told.alert)
    with pytest.raises(NotFound):
        writes.confirm_alert(world.dev, told.alert, known=KNOWN)


def test_a_commander_reads_alerts_and_a_dispatcher_decides(world: World) -> None:
    told = received(world.dora, cap())
    assert reads.alert(world.ana, told.alert).event == "Flood Warning"

    with pytest.raises(NotAllowed, match="you are seated as dispatcher"):
        writes.confirm_alert(world.ana, told.alert, known=KNOWN)
