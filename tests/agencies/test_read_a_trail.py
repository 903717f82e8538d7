"""An agency's own ledger reads as what happened, and says of others no more than their name."""

from __future__ import annotations

import orjson
import pytest

from agencies import facts, reads, writes
from agencies.models import Agreement, Clause, Party, SeatKind
from agencies.reads.sentences import SENTENCES
from audit.facts import KINDS
from audit.models import Testimony
from audit.streams import of_access
from audit.trail import Sought
from incidents import writes as incident_writes
from tests.agencies.acts import executed, hash_of, sent
from tests.agencies.test_those_who_check import browser
from tests.incidents.test_incident_pages import signed_in
from tests.world import World


def test_every_fact_of_this_app_reads_as_a_sentence_of_its_own() -> None:
    own = {kind for kind in KINDS if kind.startswith("agencies.")}

    assert own == {kind for kind in SENTENCES if kind.startswith("agencies.")}
    assert facts.AgreementSigned.kind in own


def test_a_trail_names_the_agreement_and_who_signed_for_whom(world: World) -> None:
    title = Agreement.objects.get(pk=executed(world)).title

    lines = [line.sentence for line in reads.agency_trail(world.dora, Sought()).lines[2:5]]

    assert lines == [
        f"Every party has signed “{title}”.",
        f"Signed “{title}” for Bay City EMS.",
        f"Signed “{title}” for Harbor County Fire.",
    ]


def test_a_trail_says_who_was_seated_as_what(world: World) -> None:
    assert world.ana.member_id is not None
    writes.give_seat(world.dora, world.ana.member_id, kind=SeatKind.DISPATCHER)

    line = reads.agency_trail(world.dora, Sought()).lines[0]

    assert line.sentence == "Seated Ana Lopes as dispatcher."


def test_who_leads_an_agreement_finds_that_its_title_was_shown(world: World) -> None:
    pk = executed(world)

    reads.agency_trail(world.dev, Sought())

    look = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk)).latest("seq")
    assert f"agreement:{pk}" in orjson.loads(look.body or "{}")["fact"]["rows"]


def test_of_an_agreement_that_may_not_be_seen_a_trail_says_what_its_kind_means(
    world: World,
) -> None:
    """Whoever was taken out of a text that was sent out sees it no more."""
    pk = sent(world)
    title = Agreement.objects.get(pk=pk).title
    assert title in reads.agency_trail(world.dev, Sought()).lines[0].sentence

    writes.reopen_agreement(world.dora, pk, reason="A number was wrong.")
    writes.remove_clause(world.dora, Clause.objects.get(agreement=pk, giver__isnull=False).pk)
    writes.remove_party(world.dora, Party.objects.get(agreement=pk, agency=world.bay_ems).pk)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_review(world.dora, pk, text_hash=hash_of(pk))

    told = [line.sentence for line in reads.agency_trail(world.dev, Sought()).lines]
    assert "The text was sealed and sent to every party for signature." in told
    assert not [sentence for sentence in told if title in sentence]


def test_an_incident_reads_in_the_trail_of_an_agency_as_it_does_in_its_own(world: World) -> None:
    incident_writes.invite_agency(world.ana, world.fire.pk, agency=world.northfield.pk)

    line = reads.agency_trail(world.ivy, Sought(kind="incidents.agency_invited")).lines[0]

    assert line.sentence == "Invited Northfield Power as assisting agency."


def test_a_copy_says_the_same_as_the_page(world: World) -> None:
    title = Agreement.objects.get(pk=executed(world)).title

    copy = browser(world.dev).post("/agency/trail/export/").getvalue().decode()

    assert f"Every party has signed “{title}”." in copy


def test_kinds_are_in_the_order_of_their_words(world: World) -> None:
    executed(world)

    words = [words for _kind, words in reads.trail_kinds(world.dora)]

    assert words == sorted(words)
    assert words[:2] == ["Agreement drafted", "Agreement executed"]


@pytest.mark.parametrize("label", ["What", "Who", "From", "Up to"])
def test_the_filters_of_both_trails_use_the_same_words(world: World, label: str) -> None:
    ours = browser(world.dora).get("/agency/trail/").content.decode()
    of_the_fire = signed_in(world.dora).get(f"/incidents/{world.fire.pk}/trail/").content.decode()

    for page in (ours, of_the_fire):
        assert f">{label}</label>" in page
        assert '<option value="" selected>All</option>' in page
