"""RULE-PRIV-01: an author says what kind of information it is, and knows who will see it."""

from __future__ import annotations

import pytest

from agencies.categories import Category
from incidents import reads, writes
from incidents.web.note_kinds import kinds, seen_by
from tests.incidents import arrange
from tests.incidents.test_incident_pages import signed_in
from tests.world import World

CHOICES = [value for _words, group in kinds()[1:] for value, _label in group]


def test_every_kind_can_be_chosen_but_those_that_are_off_and_is_explained_once() -> None:
    """RULE-CJ-02."""
    assert len(CHOICES) == len(set(CHOICES))
    assert set(CHOICES) == set(Category.values) - {"CJI", "CHRI", "NCIC-R"}


@pytest.mark.parametrize("value", CHOICES)
def test_a_note_is_seen_as_its_kind_says(world: World, value: str) -> None:
    pier = arrange.opened(world.ana)
    arrange.joined(pier, world.ana, world.ivy)
    writes.write_note(world.ana, pier.pk, category=Category(value), text="Said")

    told = [row["text"] for row in reads.board(world.ivy, pier.pk).of_kind("note")]

    assert (
        told
        == {
            "Every agency at this incident sees it.": ["Said"],
            "Your agency, and whom an agreement shows it to. Others see that it is withheld.": [
                {"withheld": value}
            ],
            "Your agency, and whom an agreement shows it to. No other learns that it exists.": [],
        }[str(seen_by(Category(value)))]
    )


def test_the_form_says_who_sees_which_kind_and_chooses_none(world: World) -> None:
    page = signed_in(world.ana).get(f"/incidents/{world.fire.pk}/note/").content.decode()

    assert '<optgroup label="Every agency here sees it">' in page
    assert '<option value="" selected>Choose one</option>' in page
    assert "<dt>EDU</dt><dd>A student" in page
