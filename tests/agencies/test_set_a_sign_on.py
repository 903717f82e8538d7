"""An agency sets by which provider its people come in, within bounds, and ends it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from agencies import reads, writes
from agencies.details import Password, SignOnDetails
from agencies.models import SignOn
from agencies.writes.sign_on import BadDomain, BadWord, NotListed
from audit.refusals import NotAllowed, NotFound, Refusal
from tests.agencies.browsers import at_entrance, page, send
from tests.agencies.providers import set_by
from tests.world import World


def test_no_server_is_asked_that_the_operator_has_not_listed(world: World, issuer: str) -> None:
    """Else an admin could have this server ask what only it can reach (SSRF)."""
    for elsewhere in ("http://169.254.169.254", "https://evil.example", issuer + "@evil.example"):
        with pytest.raises(NotListed):
            set_by(world.dora, elsewhere)
    set_by(world.dora, issuer)

    with override_settings(SIGN_ON_ORIGINS=["https://other.example"]):
        answer = at_entrance().post(reverse("sign-in-agency"), {"code": "HCF"})

    assert b"does not answer" in answer.content


@pytest.mark.parametrize("domain", ["", "localhost", "a b.example", "@hcf.example", "*.example"])
def test_a_domain_that_is_none_is_refused(world: World, issuer: str, domain: str) -> None:
    with pytest.raises(BadDomain):
        set_by(world.dora, issuer, domains=frozenset({domain}))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"domains": frozenset(f"d{n}.example" for n in range(21))}, BadDomain),
        ({"strong": frozenset({"x" * 101})}, BadWord),
        ({"strong": frozenset({"two words"})}, BadWord),
        ({"strong": frozenset(map(str, range(21)))}, BadWord),
    ],
)
def test_more_than_can_be_kept_is_refused_in_a_sentence(
    world: World, issuer: str, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        set_by(world.dora, issuer, **changes)


def test_a_secret_that_is_too_long_once_it_is_sealed_is_refused(world: World, issuer: str) -> None:
    said = {"issuer": issuer, "client": "x", "domains": "hcf.example", "secret": "山" * 400}

    answer = send(world.dora, "set-sign-on", **said)

    assert answer.status_code == 422
    assert b"a thousand bytes at most" in answer.content


def test_the_secret_is_readable_nowhere(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)

    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM agencies_signon s")
        assert "the client's secret" not in str(cursor.fetchall())
    assert b"the client's secret" not in page(world.dora, "set-sign-on").content


def test_setting_anew_ends_what_was_set_and_ending_lets_nobody_in(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)
    set_by(world.dora, issuer, client="another")
    assert SignOn.objects.filter(ended_at=None).get().client == "another"

    writes.end_sign_on(world.dora, world.harbor_fire.pk)

    with pytest.raises(NotFound):
        writes.end_sign_on(world.dora, world.harbor_fire.pk)
    assert b"No agency of this code" in (
        at_entrance().post(reverse("sign-in-agency"), {"code": "HCF"}).content
    )


def test_only_who_runs_the_agency_and_has_proved_it_sets_a_sign_on(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)
    details = SignOnDetails(issuer=issuer, client="x", domains=frozenset({"hcf.example"}))

    for who in (world.ben, replace(world.dora, proved_at=None), replace(world.dora, via="token")):
        with pytest.raises(NotAllowed):
            writes.set_sign_on(who, world.harbor_fire.pk, details=details, secret=Password.of("x"))
    with pytest.raises(NotAllowed):
        reads.my_sign_on(world.ben)
