"""Asking by the form: several lines, by its buttons alone, with what is wrong beside its line."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from lxml import html

from agencies.typing import catalogue
from mutualaid.models import OrderLine, ResourceRequest
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region
from tests.world import AMBULANCE, ENGINE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]


def path(region: Region, more: str = "") -> str:
    return f"/incidents/{region.world.fire.pk}/request/{more}"


def rows(*those: dict[str, Any]) -> dict[str, Any]:
    """Rows as a browser sends them."""
    said = {
        f"lines-{number}-{name}": value
        for number, row in enumerate(those)
        for name, value in ({"quantity": 1, "or_better": "on"} | row).items()
    }
    return said | {"lines-TOTAL_FORMS": len(those), "lines-INITIAL_FORMS": 0}


def header(**changes: Any) -> dict[str, Any]:
    until = (timezone.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    return {"priority": "urgent", "needed_by": until, "deliver_to": "North lot"} | changes


def shown(answer: Any) -> Any:
    return html.fromstring(answer.content.decode())


def typed(page: Any, name: str) -> str:
    [field] = page.xpath(f"//input[@name='{name}']")
    return str(field.get("value", ""))


def test_asking_by_the_dialog(region: Region) -> None:
    dora, one = Visitor(region.dora), rows({"kind": f"{AMBULANCE} Ambulance"})

    form = dora.dialog(path(region))
    wrong = dora.dialog(path(region), header() | rows({"kind": "spaceship"}))
    done = dora.dialog(path(region), header() | one)

    assert 'list="kinds"' in form.content.decode()
    assert (wrong.status_code, done.status_code) == (422, 204)
    assert done["HX-Redirect"] == f"/requests/{ResourceRequest.objects.get().pk}/"


def test_several_lines_are_one_request(region: Region) -> None:
    said = header() | rows({"kind": AMBULANCE, "quantity": 2}, {"kind": AMBULANCE, "type": ""})

    Visitor(region.dora).post(path(region), said)

    asked = OrderLine.objects.filter(request=ResourceRequest.objects.get()).order_by("number")
    assert list(asked.values_list("number", "ordered")) == [("E-1", 2), ("E-2", 1)]


def test_a_line_more_keeps_what_was_typed_and_asks_nothing(region: Region) -> None:
    said = header(deliver_to="South lot") | rows({"kind": "spaceship", "quantity": "many"})

    answer = Visitor(region.dora).post(path(region), said | {"add": "1"})

    page = shown(answer)
    assert answer.status_code == 200
    assert typed(page, "lines-0-kind") == "spaceship"
    assert typed(page, "lines-0-quantity") == "many"
    assert typed(page, "deliver_to") == "South lot"
    assert typed(page, "lines-TOTAL_FORMS") == "2"
    assert page.xpath("//input[@autofocus]/@name") == ["lines-1-kind"]
    assert not page.xpath("//*[@class='field-wrong']")
    assert not ResourceRequest.objects.exists()


def test_a_line_less_leaves_the_others(region: Region) -> None:
    said = header() | rows({"kind": "first"}, {"kind": "second"}, {"kind": "third"})

    page = shown(Visitor(region.dora).post(path(region), said | {"drop": "1"}))

    assert [typed(page, f"lines-{n}-kind") for n in (0, 1)] == ["first", "third"]
    assert typed(page, "lines-TOTAL_FORMS") == "2"


def test_an_empty_line_at_the_end_is_none(region: Region) -> None:
    Visitor(region.dora).post(path(region), header() | rows({"kind": AMBULANCE}, {"kind": ""}))

    assert OrderLine.objects.count() == 1


def test_what_is_wrong_stands_beside_its_line(region: Region) -> None:
    said = header() | rows({"kind": AMBULANCE}, {"kind": "spaceship"}, {"kind": ENGINE, "type": 7})

    answer = Visitor(region.dora).post(path(region), said)

    page = shown(answer)
    first, second, third = page.xpath("//fieldset")
    assert answer.status_code == 422
    assert not first.xpath(".//*[@class='field-wrong']")
    assert "nothing like that" in second.text_content()
    assert "Its types are: 1, 2" in third.text_content()
    assert "Put right what is marked at its line." in page.text_content()


def test_nothing_at_all_is_no_request(region: Region) -> None:
    answer = Visitor(region.dora).post(path(region), header() | rows({"kind": ""}))

    assert answer.status_code == 422
    assert not ResourceRequest.objects.exists()


@pytest.mark.parametrize("total", ["", "-1", "9999999999", "101", "x"])
def test_a_form_that_was_tampered_with_is_wrong_and_never_an_error(
    region: Region, total: str
) -> None:
    said = header() | rows({"kind": AMBULANCE}) | {"lines-TOTAL_FORMS": total}
    dora = Visitor(region.dora)

    assert dora.post(path(region), said).status_code in (302, 422)
    assert dora.post(path(region), said | {"add": "1"}).status_code == 200
    assert dora.post(path(region), said | {"drop": "99"}).status_code == 200


def test_the_preview_names_who_would_be_asked_for_each_line(region: Region) -> None:
    asked = rows({"kind": AMBULANCE}, {"kind": ENGINE}) | {"priority": "emergency"}
    dora = Visitor(region.dora)

    known = dora.get(path(region, "preview/"), asked).content.decode()
    unknown = dora.get(path(region, "preview/"), rows({"kind": ""}) | {"priority": "emergency"})
    bare = dora.get(path(region, "preview/"))

    assert "Eastport Fire" in known
    assert "minutes</b>" in known
    assert catalogue.kind(ENGINE).name in known
    assert "once you have said" in unknown.content.decode()
    assert "once you have said" in bare.content.decode()


def test_the_preview_asks_back_what_was_meant(region: Region) -> None:
    asked = rows({"kind": "ambulance"}) | {"priority": "emergency"}

    shown = Visitor(region.dora).get(path(region, "preview/"), asked).content.decode()

    assert "Which do you mean" in shown
    assert "once you have said" not in shown


def test_a_kind_is_named_as_a_keyboard_writes_it(region: Region) -> None:
    asked = rows({"kind": "engine - fire (pumper)"}) | {"priority": "emergency"}

    shown = Visitor(region.dora).get(path(region, "preview/"), asked).content.decode()

    assert "1 × Engine – Fire (Pumper)" in shown


def foot(page: Any) -> list[str]:
    """What the foot of a form offers, from first to last."""
    found = page.xpath("//*[contains(@class, 'sheet-foot')]//*[self::a or self::button]")
    return [each.text_content().strip() for each in found]


def test_asking_is_the_last_thing_in_the_foot_and_one_can_leave(region: Region) -> None:
    dora, wholes = Visitor(region.dora), ["From a message (EDXL-RM)", "Cancel", "Ask now"]

    dialog, page = dora.dialog(path(region)), dora.get(path(region))
    upload = dora.get(path(region, "upload/"))

    assert foot(shown(dialog)) == foot(shown(page)) == wholes
    [end] = shown(dialog).xpath("//*[@class='sheet-foot-end']")
    assert end.text_content().split() == ["Cancel", "Ask", "now"]
    assert foot(shown(upload)) == ["Cancel", "Ask now"]
    [back] = shown(upload).xpath("//p[@class='back']/a/@href")
    assert back == f"/incidents/{region.world.fire.pk}/"
