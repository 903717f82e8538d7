from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agencies.categories import Category
from agencies.models import Account
from audit.actors import Actor
from incidents import reads, writes
from incidents.models import CommandSeat, Incident
from tests.incidents import arrange
from tests.incidents.arrange import cap
from tests.world import World, numbered


def signed_in(actor: Actor) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


@pytest.fixture
def ana(world: World) -> Client:
    return signed_in(world.ana)


@pytest.fixture
def dora(world: World) -> Client:
    return signed_in(world.dora)


@pytest.fixture
def pier(world: World) -> Incident:
    return arrange.opened(world.ana)


DIALOG: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}


def test_an_incident_is_opened_by_hand(ana: Client) -> None:
    page = ana.post(
        "/incidents/open/",
        {"name": "Pier 9", "kind": "fire", "mode": "exercise", "time_zone": "UTC"},
        follow=True,
    )

    assert numbered("X0001") in page.content.decode()
    assert b"EXERCISE" not in ana.get("/incidents/").content
    assert b"Pier 9" in ana.get("/incidents/?list=exercises").content


def test_everything_that_is_wrong_with_it_is_marked_at_once(ana: Client) -> None:
    wrong = {"latitude": "444", "longitude": "1", "time_zone": "Mars/Olympus"}

    page = ana.post("/incidents/open/", {"name": "Pier 9", "kind": "fire", "mode": "test"} | wrong)

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"latitude", "time_zone"}
    assert b"There is no such time zone" in page.content


def test_an_incident_without_a_commander_says_so_on_the_list(world: World, ana: Client) -> None:
    """RULE-ICS-12: an empty command seat is loud, and only where it is empty."""
    arrange.opened(world.dora)

    page = ana.get("/incidents/").content.decode()

    assert numbered("0001") in page
    assert page.count("Nobody holds command") == 1


def test_the_board_carries_its_snapshot_and_addresses(ana: Client, pier: Incident) -> None:
    page = ana.get(f"/incidents/{pier.pk}/").content.decode()

    assert f'src="/live/incidents/{pier.pk}/"' in page
    assert 'data-move-url="/api/v1/deployments/{id}/move/"' in page
    assert '<script type="application/json">{"cursor": "' in page
    assert "style=" not in page


def test_text_in_the_snapshot_cannot_leave_its_script(
    world: World, ana: Client, pier: Incident
) -> None:
    writes.set_objective(world.ana, pier.pk, text="</script><script>alert(1)</script>")

    assert b"<script>alert(1)" not in ana.get(f"/incidents/{pier.pk}/").content


def test_a_closed_incident_has_no_buttons(world: World, ana: Client, pier: Incident) -> None:
    writes.close_incident(world.ana, pier.pk)

    page = ana.get(f"/incidents/{pier.pk}/").content.decode()

    assert "data-note-url" not in page
    assert "data-move-url" not in page


def test_a_stranger_finds_nothing_at_any_address(world: World, pier: Incident) -> None:
    assert signed_in(world.ana).get(f"/incidents/{pier.pk}/").status_code == HTTPStatus.OK
    ivy = signed_in(world.ivy)

    for page in ("", "edit/", "close/", "trail/", "invite/", "note/", "leave/", "take-command/"):
        answer = ivy.post if page in {"note/"} else ivy.get
        status = answer(
            f"/incidents/{pier.pk}/{page}", {"text": "x", "category": "OPS"}
        ).status_code
        assert status == HTTPStatus.NOT_FOUND, page


def test_a_note_written_in_a_dialog_closes_it(ana: Client, world: World, pier: Incident) -> None:
    assert b"Write a note" in ana.get(f"/incidents/{pier.pk}/note/", **DIALOG).content

    answer = ana.post(
        f"/incidents/{pier.pk}/note/", {"text": "Roof gone", "category": "OPS"}, **DIALOG
    )

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert [n["text"] for n in reads.board(world.ana, pier.pk).of_kind("note")] == ["Roof gone"]


def test_a_note_without_a_category_is_asked_for_again(ana: Client, pier: Incident) -> None:
    """RULE-PRIV-01: nothing is chosen for the author."""
    answer = ana.post(f"/incidents/{pier.pk}/note/", {"text": "Roof gone"}, **DIALOG)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert b"Roof gone" in answer.content


def test_every_dialog_opens(ana: Client, world: World, pier: Incident) -> None:
    seat = CommandSeat.objects.get(incident=pier)
    of_incident = (
        "edit", "close", "invite", "leave", "take-command", "share-command", "note",
        "objective", "division", "commit", "arrival", "trail",
    )  # fmt: skip
    pages = [f"/incidents/{pier.pk}/{name}/" for name in of_incident]
    pages += [f"/incidents/command-seats/{seat.pk}/", f"/incidents/command-seats/{seat.pk}/end/"]

    for page in pages:
        assert ana.get(page).status_code == HTTPStatus.OK, page
        assert ana.get(page, **DIALOG).status_code == HTTPStatus.OK, page


def test_an_agency_is_found_by_name_and_invited(ana: Client, world: World, pier: Incident) -> None:
    found = ana.get(f"/incidents/{pier.pk}/invite/?name=north", **DIALOG).content.decode()
    assert "Northfield Power" in found
    assert "Bay City EMS" not in found

    ana.post(
        f"/incidents/{pier.pk}/invite/?name=north",
        {"agency": str(world.northfield.pk), "role": "cooperating"},
        **DIALOG,
    )

    home = signed_in(world.ivy)
    asked = home.get("/incidents/").content
    assert b"Your agency is invited" in asked
    assert b"Harbor County Fire leads and invites us." in asked
    home.post(f"/incidents/{pier.pk}/accept/")
    assert home.get(f"/incidents/{pier.pk}/").status_code == HTTPStatus.OK


def test_a_unit_is_checked_in_and_moved_in_dialogs(world: World, dora: Client) -> None:
    coming = arrange.on_the_way(world)
    page = f"/incidents/deployments/{coming.pk}/"
    assert b"Check in" in dora.get(page).content

    dora.post(f"{page}check-in/", {"version": 1, "personnel": 4, "place": "Staging"})
    refused = dora.post(page, {"version": 2, "to": "out_of_service"})
    assert b"Say why" in refused.content
    dora.post(page, {"version": 2, "to": "out_of_service", "reason": "mechanical"})

    coming.refresh_from_db()
    assert (coming.state, coming.reason) == ("out_of_service", "mechanical")


def test_an_alert_is_taken_in_from_a_file_and_confirmed(world: World, dora: Client) -> None:
    def upload() -> Any:
        file = SimpleUploadedFile("alert.xml", cap(), content_type="application/cap+xml")
        return dora.post("/incidents/alerts/upload/", {"message": file}, follow=True)

    assert b"Water is rising" in upload().content
    assert b"Water is rising" in upload().content  # the same again shows the first
    (alert,) = reads.alerts(world.dora)
    assert b"Water is rising" in dora.get("/incidents/").content

    dora.post(
        f"/incidents/alerts/{alert.id}/confirm/",
        {"name": "Flood", "kind": "flood", "time_zone": "UTC"},
    )

    assert Incident.objects.filter(name="Flood", mode="real_world").exists()


def test_a_bad_alert_is_explained_line_by_line(dora: Client) -> None:
    file = SimpleUploadedFile("alert.xml", cap(status="Perhaps"))

    answer = dora.post("/incidents/alerts/upload/", {"message": file})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert b"Perhaps" in answer.content


def test_the_trail_is_filtered_and_taken_along(world: World, ana: Client, pier: Incident) -> None:
    harmful = replace(world.ana, name="=HYPERLINK(1)")
    writes.set_objective(harmful, pier.pk, text="Save the pier")
    shown = ana.get(f"/incidents/{pier.pk}/trail/?kind=incidents.objective_set").content.decode()
    assert "Objective 1" in shown
    assert "Opened HCF" not in shown

    answer = ana.post(f"/incidents/{pier.pk}/trail/export/")

    copy = b"".join(answer.streaming_content).decode()
    assert f"Opened {numbered('0002')}" in copy
    assert '"\'=HYPERLINK(1)"' in copy  # text, whatever a spreadsheet would make of it
    assert arrange.told_to(world.harbor_fire.pk)[-1] == "incidents.trail_exported"


def test_looking_at_a_partners_notes_through_an_export_is_recorded(
    world: World, pier: Incident
) -> None:
    arrange.joined(pier, world.ana, world.cleo)
    writes.write_note(world.ana, pier.pk, category=Category.OPS, text="=1+1")

    answer = signed_in(world.cleo).post(f"/incidents/{pier.pk}/trail/export/")
    b"".join(answer.streaming_content)

    said = arrange.last_body(f"access:{world.harbor_fire.pk}")
    assert said["fact"]["read"] == "incidents.reads.timeline.timeline_export"
