"""OpenID Connect: an agency's provider lets in that agency's people, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies import writes
from agencies.models import Identity
from audit import streams
from audit.models import Turned
from tests.agencies.acts import told_in
from tests.agencies.browsers import at_entrance, url
from tests.agencies.keys import code_now, with_app
from tests.agencies.providers import sent_away, set_by, shown_at
from tests.world import PASSWORD, World


def signed_on(browser: Client, sub: str) -> Any:
    """What the browser hears when it comes back."""
    return browser.get(shown_at(sent_away(browser), sub))


def is_in(browser: Client) -> bool:
    return browser.get(url("mine")).status_code == 200


def test_somebody_of_the_agency_comes_in_and_is_known_from_then_on(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)
    browser = Client()

    assert signed_on(browser, "ana").status_code == 302

    assert is_in(browser)
    assert Identity.objects.get().member_id == world.ana.member_id
    assert told_in(streams.of_agency(world.harbor_fire.pk)) == [
        "agencies.sign_on_set",
        "agencies.identity_linked",
        "agencies.signed_in",
    ]
    assert signed_on(Client(), "ana").status_code == 302
    assert Identity.objects.count() == 1


@pytest.mark.parametrize(
    "sub",
    [
        "unverified",  # the provider does not say that the address is theirs
        "of-bay",  # of another agency, and of another domain
        "stranger",  # of the domain, but no member
    ],
)
def test_nobody_else_does(world: World, issuer: str, sub: str) -> None:
    set_by(world.dora, issuer)
    browser = Client()

    assert signed_on(browser, sub).status_code == 422

    assert not is_in(browser)
    assert not Identity.objects.exists()
    assert Turned.objects.filter(code="not_vouched_for").exists()


def test_an_agency_that_claims_anothers_domain_reaches_none_of_its_accounts(
    world: World, issuer: str
) -> None:
    """No account of another agency is taken over by its address."""
    set_by(world.ivy, issuer, domains=frozenset({"hcf.example"}))
    browser = Client()

    answer = browser.get(shown_at(sent_away(browser, "NPC"), "ana"))

    assert answer.status_code == 422
    assert not is_in(browser)


def test_another_account_there_that_is_given_the_address_later_is_not_them(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)
    assert signed_on(Client(), "ana").status_code == 302
    browser = Client()

    answer = signed_on(browser, "ana-by-key")

    assert answer.status_code == 422
    assert not is_in(browser)


def test_what_was_not_asked_by_this_browser_is_not_believed(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)
    victim, attacker = Client(), Client()
    back = shown_at(sent_away(attacker), "ana")

    assert victim.get(back).status_code == 422
    sent_away(victim)
    assert victim.get(back).status_code == 422

    assert not is_in(victim)


def test_an_answer_is_good_once(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)
    browser = Client()
    back = shown_at(sent_away(browser), "ana")
    assert browser.get(back).status_code == 302
    browser.post(reverse("sign-out"))

    assert browser.get(back).status_code == 422


def test_a_code_that_was_mistyped_does_not_lose_where_one_was_going(world: World) -> None:
    answer = at_entrance().post(reverse("sign-in-agency"), {"code": "ZZZ", "next": "/resources/"})

    assert answer.context["next"] == "/resources/"


def test_what_is_sent_away_with_is_tied_to_the_browser_in_three_ways(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)

    asked = sent_away(Client())

    for word in ("state=", "nonce=", "code_challenge=", "code_challenge_method=S256"):
        assert word in asked
    assert "the client" not in asked


def test_one_factor_there_is_one_factor_here(world: World, issuer: str) -> None:
    set_by(world.dora, issuer, strong=frozenset({"hwk"}))
    writes.require_second_factor(world.dora, world.harbor_fire.pk)
    browser = Client()

    signed_on(browser, "ana")

    assert browser.get(url("mine"))["Location"] == url("you")


def test_what_the_agency_counts_as_two_is_two(world: World, issuer: str) -> None:
    set_by(world.dora, issuer, strong=frozenset({"hwk"}))
    writes.require_second_factor(world.dora, world.harbor_fire.pk)
    browser = Client()

    signed_on(browser, "ana-by-key")

    assert is_in(browser)


def test_who_has_an_app_shows_it_after_one_factor(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)
    with_app(world.ana)
    browser = Client()

    answer = signed_on(browser, "ana")

    assert answer["Location"] == reverse("second-factor")
    assert not is_in(browser)
    assert browser.post(answer["Location"], {"code": code_now()}).status_code == 302
    assert is_in(browser)
    assert Identity.objects.get().member_id == world.ana.member_id


def test_nobody_is_linked_before_they_have_shown_all_that_is_asked(
    world: World, issuer: str
) -> None:
    """Or whoever is given the address there would keep its rightful holder out."""
    set_by(world.dora, issuer)
    with_app(world.ana)
    stopped, rightful = Client(), Client()

    there = signed_on(stopped, "ana-by-key")["Location"]
    assert stopped.post(there, {"code": "000000"}).status_code == 200
    assert not Identity.objects.exists()

    there = signed_on(rightful, "ana")["Location"]
    assert rightful.post(there, {"code": code_now()}).status_code == 302
    assert Identity.objects.get().subject == "ana"


def test_what_one_account_came_halfway_with_is_linked_to_no_other(
    world: World, issuer: str
) -> None:
    set_by(world.dora, issuer)
    with_app(world.ana)
    browser = Client()
    signed_on(browser, "ana")

    at_entrance(browser).post(
        reverse("sign-in"), {"username": "ben@hcf.example", "password": PASSWORD}
    )

    assert is_in(browser)
    assert not Identity.objects.exists()


def test_a_suspended_member_is_not_let_in(world: World, issuer: str) -> None:
    set_by(world.dora, issuer)
    writes.suspend_member(world.dora, world.ana.member_id, reason="Away.")
    browser = Client()

    assert signed_on(browser, "ana").status_code == 422
    assert not is_in(browser)


def test_an_agency_without_a_sign_on_and_none_at_all_answer_alike(world: World) -> None:
    bay = at_entrance().post(reverse("sign-in-agency"), {"code": "BCE"})
    none = at_entrance().post(reverse("sign-in-agency"), {"code": "ZZZ"})

    assert bay.context["form"].errors == none.context["form"].errors
