"""No answer is empty: whatever is refused says so in Muster's look, with a way on."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.urls import path, reverse
from lxml import html

from config import urls
from tests.mutualaid.doors import Visitor
from tests.world import World

pytestmark = pytest.mark.django_db


def breaks(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def tires(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "7"})


KEYED = {"Idempotency-Key": "k"}

# Two addresses more than an installation has.
handler500 = urls.handler500
urlpatterns = [*urls.urlpatterns, path("breaks/", breaks), path("tires/", tires)]


def said(answer: Any) -> Any:
    return html.fromstring(answer.content.decode())


def title(answer: Any) -> str:
    [told] = said(answer).xpath("//*[@data-refusal-title]")
    return str(told.text_content())


def test_a_visit_to_where_a_form_is_sent_leads_to_the_form(world: World) -> None:
    answer = Visitor(world.dev).get(reverse("agencies:export-looks"))

    [on] = said(answer).xpath("//a[contains(@class, 'btn-primary')]/@href")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert title(answer) == "This address takes what a form sends, no visits."
    assert on == reverse("agencies:who-looked")


def test_who_has_lost_session_and_cookie_hears_that_signing_in_may_be_needed() -> None:
    answer = Client(enforce_csrf_checks=True).post("/incidents/open/", {"name": "Pier 9"})

    [on] = said(answer).xpath("//a[contains(@class, 'btn-primary')]/@href")
    assert answer.status_code == 403
    assert "This form has expired" in title(answer)
    assert "You are not signed in any more" in answer.content.decode()
    assert on == reverse("sign-in")


@pytest.mark.urls(__name__)
def test_too_many_requests_are_told_so(world: World) -> None:
    answer = Visitor(world.dev).get("/tires/")

    assert (answer.status_code, answer["Retry-After"]) == (429, "7")
    assert title(answer).startswith("That was too often.")


def test_another_system_hears_a_problem(world: World) -> None:
    answer = Visitor(world.dev).delete("/api/v1/incidents/", headers={"Idempotency-Key": "k"})

    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.urls(__name__)
def test_what_went_wrong_is_found_again_by_its_reference(world: World) -> None:
    client: Client = Visitor(world.dev)
    client.raise_request_exception = False
    reference = str(uuid4())

    answer = client.get("/breaks/", headers={"X-Request-Id": reference})

    assert answer.status_code == 500
    assert f"Reference {reference}" in said(answer).text_content()


@pytest.mark.parametrize("door", ["/incidents/{}/objective/", "/api/v1/incidents/{}/notes/"])
def test_a_database_that_keeps_nothing_is_no_fault_of_ours(world: World, door: str) -> None:
    client = Visitor(world.dora)
    client.raise_request_exception = False
    said = {"category": "OPS", "text": "Wind turns."}
    kind = "application/json" if door.startswith("/api/") else MULTIPART_CONTENT

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")
        answer = client.post(door.format(world.fire.pk), said, kind, headers=KEYED)
        transaction.set_rollback(True)

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "can keep nothing at the moment" in answer.content.decode()
