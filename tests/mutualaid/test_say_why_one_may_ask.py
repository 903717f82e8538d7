"""Who may ask whom for what: which clause permits it, which limits it, which forbids it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.hazards import Hazard
from agencies.models import (
    AskingPosition,
    Commitment,
    Declaration,
    Instrument,
    Priority,
)
from incidents.models import Incident
from mutualaid import reads
from mutualaid.models import Solicitation
from mutualaid.reads.why import Question, Why
from mutualaid.writes import Declared
from mutualaid.writes.declaring import NoSuchDeclaration
from tests.mutualaid.narrowed import agreed
from tests.mutualaid.region import Region, ask, ended, statuses, submitted
from tests.mutualaid.whys import why
from tests.world import AMBULANCE, seeding

pytestmark = pytest.mark.django_db

PIER = (44.95, -93.1)
AROUND_THE_PIER = [[44.9, -93.2], [44.9, -93.0], [45.1, -93.1]]


@pytest.fixture(autouse=True)
def only_ours(region: Region) -> None:
    """Nothing is agreed but what a test agrees."""
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)


def sentences(answer: Why) -> list[str]:
    return [one.sentence for one in answer.reasons]


def at_the_pier(region: Region, latitude: float, longitude: float) -> None:
    with seeding():
        Incident.objects.filter(pk=region.world.fire.pk).update(
            latitude=latitude, longitude=longitude
        )


def test_what_permits_it_is_named_with_its_clause_and_version(region: Region) -> None:
    """RULE-MOU-06."""
    agreement = agreed(region.world.harbor_fire, region.eastport)

    answer = why(region)

    assert answer.allowed
    assert answer.sentence.startswith("Harbor County Fire may ask Eastport Fire for 1 ×")
    assert [one.bearing for one in answer.reasons[:2]] == ["permits", "permits"]
    assert {one.text_hash for one in answer.reasons if one.clause} == {agreement.text_hash}
    assert answer.reasons[0].reference == "Ambulance aid, 1"


def test_what_nobody_agreed_is_denied(region: Region) -> None:
    """Chapter 5.5: the default is to deny."""
    ended_before = why(region)
    never = why(region, provider=region.world.northfield.pk)

    assert not ended_before.allowed
    assert not never.allowed
    assert sentences(ended_before) == ["It does not bind both of them at that time."]
    assert sentences(never) == ["Nothing is agreed between the two."]


@pytest.mark.parametrize(
    ("asking", "sentence"),
    [
        ({"lowest_priority": Priority.EMERGENCY}, "It lets one ask in an emergency only."),
        ({"event_types": [Hazard.FLOOD]}, "It lets one ask only for: flood."),
        (
            {"positions": [AskingPosition.INCIDENT_COMMANDER]},
            "It lets one ask only as: incident commander.",
        ),
        ({"declaration_required": True}, "It lets one ask only once an emergency is declared."),
        (
            {"area": AROUND_THE_PIER},
            "It holds inside an area, and the incident has no place on the map.",
        ),
    ],
)
def test_each_way_in_which_a_right_is_narrow_forbids_what_is_beyond_it(
    region: Region, asking: dict[str, Any], sentence: str
) -> None:
    agreed(region.world.harbor_fire, region.eastport, **asking)

    answer = why(region)

    assert (answer.allowed, sentences(answer)) == (False, [sentence])


def test_and_nobody_is_asked_under_it(region: Region) -> None:
    """RULE-MA-02: what a clause narrows, the ladder keeps to."""
    agreed(region.world.harbor_fire, region.eastport, event_types=[Hazard.FLOOD])
    agreed(region.world.harbor_fire, region.valley, event_types=[Hazard.FIRE])

    assert statuses(submitted(region)) == {"Valley County EMS": "requested"}


def test_a_right_inside_an_area_counts_where_the_incident_is_in_it(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport, area=AROUND_THE_PIER)

    at_the_pier(region, *PIER)
    inside = why(region).allowed
    at_the_pier(region, 46.0, -93.1)

    assert (inside, why(region).allowed) == (True, False)


def test_who_commands_may_ask_where_only_a_commander_may(region: Region) -> None:
    commander = [AskingPosition.INCIDENT_COMMANDER]
    agreed(region.world.harbor_fire, region.eastport, positions=commander)
    question = Question(
        requester=region.world.harbor_fire.pk,
        provider=region.eastport.pk,
        kind=AMBULANCE,
        incident=region.world.fire.pk,
    )

    assert reads.why(region.world.ana, question).allowed
    assert not reads.why(region.dora, question).allowed


def test_a_condition_is_met_by_a_declaration_as_far_up_or_further(region: Region) -> None:
    condition = {"declaration": Declaration.STATE}
    agreed(region.world.harbor_fire, region.eastport, condition=condition)

    assert not why(region).allowed
    assert not why(region, declaration="local").allowed
    assert why(region, declaration="state").allowed
    assert why(region, declaration="federal").allowed


def test_a_condition_on_activation_is_met_by_a_higher_level(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport, condition={"eoc_level": 2})

    assert [why(region, eoc_level=level).allowed for level in (None, 3, 2, 1)] == [
        False,
        False,
        True,
        True,
    ]


def test_what_a_request_says_is_declared_lets_it_be_asked_and_is_shown(region: Region) -> None:
    condition = {"declaration": Declaration.STATE}
    agreed(region.world.harbor_fire, region.eastport, condition=condition)

    undeclared = submitted(region)
    declared = Declared(declaration="state", by="Governor, 2026-14")
    line = submitted(region, declared=declared)

    assert statuses(undeclared) == {}
    assert statuses(line) == {"Eastport Fire": "requested"}
    shown = reads.ask(region.eli, ask(line, region.eastport).pk).ask
    assert shown["declared_by"] == "Governor, 2026-14"


def test_nobody_declares_without_saying_who_did(region: Region) -> None:
    with pytest.raises(NoSuchDeclaration):
        submitted(region, declared=Declared(declaration="state"))


def test_the_reasons_are_kept_with_the_asking_as_they_then_read(region: Region) -> None:
    """RULE-MOU-06, RULE-MOU-07: no later change of a clause changes what decided."""
    agreement = agreed(region.world.harbor_fire, region.eastport, supply={"max_hours": 12})
    line = submitted(region)

    ended(agreement)

    kept = Solicitation.objects.get(line=line).clause["reasons"]
    assert [one["bearing"] for one in kept][:2] == ["permits", "permits"]
    assert "It sends for 12 hours at most." in [one["sentence"] for one in kept]
    assert {one["text_hash"] for one in kept if one["clause"]} == {agreement.text_hash}
    assert {one["clause"] for one in kept if one["clause"]} <= {
        str(pk) for pk in agreement.clauses.values_list("pk", flat=True)
    }


def test_best_effort_and_commitment_read_otherwise(region: Region) -> None:
    committed = {"commitment": Commitment.COMMITTED}
    agreed(region.world.harbor_fire, region.eastport, supply=committed)
    agreed(region.world.harbor_fire, region.valley)

    firm = sentences(why(region))
    loose = sentences(why(region, provider=region.valley.pk))

    assert firm[1].startswith("It commits to up to 3 of")
    assert "On best effort: it may send less, or decline with a reason." in loose


def test_unwritten_practice_says_what_it_is_wherever_it_decides(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport, instrument=Instrument.UNWRITTEN)

    line = submitted(region)

    unwritten = "Unwritten practice: asked on best effort, nothing is owed and nothing is shared."
    assert unwritten in sentences(why(region))
    shown = reads.ask(region.eli, ask(line, region.eastport).pk).ask
    assert unwritten in [one["sentence"] for one in shown["reasons"]]


def test_more_than_is_promised_is_a_limit(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport)

    assert "It promises 3 at most; 5 are wanted." in sentences(why(region, quantity=5))


def test_at_another_time_the_answer_may_be_another(region: Region) -> None:
    agreed(region.world.harbor_fire, region.eastport)

    answer = why(region, at=timezone.now() - timedelta(days=101))

    assert not answer.allowed
    assert sentences(answer)[-1].startswith("It begins on")
