"""What happened in the demo region could have happened in that order."""

import pytest

from agencies.typing.catalogue import satisfies
from config.demo.acts import (
    AcceptOffer,
    AddDivision,
    Ask,
    Assign,
    CheckIn,
    Dispatch,
    Invite,
    Offer,
    Open,
    Unify,
)
from config.demo.region import REGION

UNITS = {resource.key: resource for resource in REGION.resources}
SIGN_INS = {person.email: person for person in REGION.people}


@pytest.mark.parametrize("story", REGION.stories, ids=lambda one: one.title)
def test_stories_go_forward_and_are_told_by_people_of_the_region(story):
    minutes = [step.minutes_ago for step in story.steps]

    assert minutes == sorted(set(minutes), reverse=True)
    assert minutes[-1] > 0
    assert isinstance(story.steps[0].act, Open)
    assert {step.by for step in story.steps} <= SIGN_INS.keys()


@pytest.mark.parametrize("story", REGION.stories, ids=lambda one: one.title)
def test_resources_are_sent_by_their_own_agency(story):
    sent = [(SIGN_INS[by].agency, key) for _, by, key in _moves(story, Dispatch, Offer)]

    assert sent
    assert [key for sender, key in sent if UNITS[key].agency != sender] == []


@pytest.mark.parametrize("story", REGION.stories, ids=lambda one: one.title)
def test_resources_are_sent_before_they_check_in_and_check_in_before_they_work(story):
    sent = {key: ago for ago, _, key in _moves(story, Dispatch, Offer)}
    present = {key: ago for ago, _, key in _moves(story, CheckIn)}
    working = {key: ago for ago, _, key in _moves(story, Assign)}

    assert working
    assert [key for key, ago in present.items() if sent.get(key, 0) <= ago] == []
    assert [key for key, ago in working.items() if present.get(key, 0) <= ago] == []


@pytest.mark.parametrize("story", REGION.stories, ids=lambda one: one.title)
def test_nobody_acts_at_an_incident_before_they_are_asked(story):
    # Whoever is asked under an agreement answers from outside the incident.
    inside = [step for step in story.steps if not isinstance(step.act, Offer)]
    invited = [step for step in inside if isinstance(step.act, Invite)]
    since = {SIGN_INS[inside[0].by].agency: inside[0].minutes_ago + 1}
    since |= {step.act.agency: step.minutes_ago for step in invited}

    assert invited
    assert [one for one in inside if since.get(SIGN_INS[one.by].agency, 0) <= one.minutes_ago] == []


@pytest.mark.parametrize("story", REGION.stories, ids=lambda one: one.title)
def test_work_is_assigned_in_divisions_that_were_added(story):
    names = {step.act.name for step in story.steps if isinstance(step.act, AddDivision)}
    assigned = {step.act.division for step in story.steps if isinstance(step.act, Assign)}

    assert assigned
    assert assigned <= names


def test_what_was_asked_in_the_train_story_is_filled_so_that_nothing_lapses_overnight():
    acts = [step.act for step in REGION.stories[0].steps]
    [ask] = [act for act in acts if isinstance(act, Ask)]
    [offer] = [act for act in acts if isinstance(act, Offer)]
    [taken] = [act for act in acts if isinstance(act, AcceptOffer)]
    offered = [UNITS[key] for key in offer.resources]

    assert ask.name == offer.name == taken.name
    assert ask.agreement in {one.title for one in REGION.agreements}
    assert ask.quantity == len(offered)
    assert all(satisfies(one.type, ask.type, or_better=ask.or_better) for one in offered)


def test_command_of_the_train_is_unified_and_the_flood_is_an_exercise():
    train, flood = REGION.stories
    [unify] = [step.act for step in train.steps if isinstance(step.act, Unify)]

    assert {SIGN_INS[email].agency for email in unify.holders} == {"PEFD", "PEPD", "TCPH"}
    assert train.steps[0].act.mode == "real_world"
    assert flood.steps[0].act.mode == "exercise"


def _moves(story, *shapes):
    return [
        (step.minutes_ago, step.by, key)
        for step in story.steps
        if isinstance(step.act, shapes)
        for key in step.act.resources
    ]
