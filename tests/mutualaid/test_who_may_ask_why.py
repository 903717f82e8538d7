"""Why and why not is told to either side, on a page and by the API, and to nobody else."""

from __future__ import annotations

import pytest

from audit.refusals import NotFound
from mutualaid import reads
from mutualaid.reads.why import Question
from tests.agencies.browsers import as_
from tests.agencies.systems import System
from tests.mutualaid.narrowed import agreed
from tests.mutualaid.region import Region
from tests.world import AMBULANCE

pytestmark = pytest.mark.django_db


def test_both_sides_may_ask_why_and_nobody_else(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport)
    question = Question(
        requester=region.world.harbor_fire.pk, provider=region.eastport.pk, kind=AMBULANCE
    )

    assert reads.why(region.eli, question).allowed
    with pytest.raises(NotFound):
        reads.why(region.vera, question)


def test_other_systems_ask_why_too(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport)
    asked = f"requester={region.world.harbor_fire.pk}&provider={region.eastport.pk}"

    system = System(region.dora)
    answer = system.look(f"why/?{asked}&kind={AMBULANCE}&quantity=2")
    odd = system.look(f"why/?{asked}&kind={AMBULANCE}&quantity=none")

    assert answer.json()["allowed"] is True
    assert answer.json()["reasons"][0]["bearing"] == "permits"
    assert odd.status_code == 400


def test_the_page_answers_in_a_sentence_with_its_clauses(region: Region) -> None:
    agreement = agreed(region.world.harbor_fire, region.eastport)
    asked = {
        "requester": region.world.harbor_fire.pk,
        "provider": region.eastport.pk,
        "kind": AMBULANCE,
        "quantity": 2,
        "priority": "urgent",
    }

    shown = as_(region.dora).get("/agreements/why/", asked).content.decode()
    wrong = as_(region.dora).get("/agreements/why/", asked | {"kind": "no such thing"})

    assert "Harbor County Fire may ask Eastport Fire for 2" in shown
    assert f"/agreements/{agreement.pk}/#clause-" in shown
    assert wrong.status_code == 200
    assert "The catalogue has nothing like that." in wrong.content.decode()
