from __future__ import annotations

import pytest

from agencies import writes
from agencies.models import Agreement, Clause, Party
from agencies.terms import Supply, SupplyTerms
from agencies.writes.changes import NothingChanged
from agencies.writes.clauses import ChangedSince, NotAParty
from agencies.writes.parties import LeaderStays, NamedInClause, NoSuchAgency, RemovedBefore
from agencies.writes.resources import NoSuchKind, NoSuchType
from agencies.writes.sealing import NotADraft
from agencies.writes.terms import BadTerms, TermsEmpty
from audit import streams
from audit.constraints import Contradiction
from audit.refusals import Conflict, NotAllowed, NotFound, Stale
from tests.agencies.acts import agreement_details, drafted, sent, supply, told_in, wording
from tests.world import ENGINE, World


def test_an_admin_drafts_an_agreement_that_their_agency_leads(world: World) -> None:
    told = writes.draft_agreement(
        world.dora,
        world.harbor_fire.pk,
        details=agreement_details(),
        signatory_title="Fire chief",
    )

    agreement = Agreement.objects.get(pk=told.agreement)
    assert (agreement.status, agreement.led_by) == ("draft", world.harbor_fire)
    assert Party.objects.get(agreement=agreement).agency == world.harbor_fire
    assert told_in(streams.of_agency(world.harbor_fire.pk)) == ["agencies.agreement_drafted"]


def test_a_commander_does_not_draft_agreements(world: World) -> None:
    with pytest.raises(NotAllowed, match="you are seated as agency admin"):
        writes.draft_agreement(
            world.ana,
            world.harbor_fire.pk,
            details=agreement_details(),
            signatory_title="Fire chief",
        )


def test_nobody_drafts_in_the_name_of_another_agency(world: World) -> None:
    with pytest.raises(NotAllowed):
        writes.draft_agreement(
            world.dev,
            world.harbor_fire.pk,
            details=agreement_details(),
            signatory_title="Fire chief",
        )


def test_a_term_must_end_after_it_begins(world: World) -> None:
    details = agreement_details()

    with pytest.raises(Contradiction, match="end after it begins"):
        writes.draft_agreement(
            world.dora,
            world.harbor_fire.pk,
            details=agreement_details(expires_at=details.effective_at),
            signatory_title="Fire chief",
        )


def test_a_draft_is_told_to_nobody_but_the_agency_that_leads_it(world: World) -> None:
    pk = drafted(world)

    assert told_in(streams.of_agency(world.bay_ems.pk)) == []
    with pytest.raises(NotFound):
        writes.edit_agreement(world.dev, pk, details=agreement_details(), version=1)


def test_a_draft_is_edited_on_the_version_that_was_seen(world: World) -> None:
    pk = drafted(world)
    version = Agreement.objects.get(pk=pk).version
    details = agreement_details(title="Another title")

    told = writes.edit_agreement(world.dora, pk, details=details, version=version)

    assert "title" in told.changed
    with pytest.raises(Stale):
        writes.edit_agreement(world.dora, pk, details=agreement_details(), version=version)


def test_an_edit_that_changes_nothing_is_refused(world: World) -> None:
    agreement = Agreement.objects.get(pk=drafted(world))
    same = agreement_details(effective_at=agreement.effective_at, expires_at=agreement.expires_at)

    with pytest.raises(NothingChanged):
        writes.edit_agreement(world.dora, agreement.pk, details=same, version=agreement.version)


def test_a_party_is_taken_out_and_kept_on_record(world: World) -> None:
    pk = drafted(world)
    party = writes.add_party(
        world.dora, pk, agency=world.northfield.pk, signatory_title="President"
    ).party

    writes.remove_party(world.dora, party)

    assert Party.objects.get(pk=party).removed_at is not None
    with pytest.raises(RemovedBefore):
        writes.remove_party(world.dora, party)
    again = writes.add_party(
        world.dora, pk, agency=world.northfield.pk, signatory_title="President"
    )
    assert again.party != party


def test_a_party_that_a_clause_names_cannot_be_taken_out(world: World) -> None:
    bay = Party.objects.get(agreement=drafted(world), agency=world.bay_ems)

    with pytest.raises(NamedInClause, match="Clause 2 names this party"):
        writes.remove_party(world.dora, bay.pk)


def test_the_agency_that_leads_stays_a_party(world: World) -> None:
    harbor = Party.objects.get(agreement=drafted(world), agency=world.harbor_fire)

    with pytest.raises(LeaderStays):
        writes.remove_party(world.dora, harbor.pk)


def test_an_agency_is_a_party_once(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(Conflict, match="is a party already"):
        writes.add_party(world.dora, pk, agency=world.bay_ems.pk, signatory_title="Director")


def test_a_party_stands_in_the_directory(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(NoSuchAgency):
        writes.add_party(world.dora, pk, agency=pk, signatory_title="Director")


def test_a_clause_worded_anew_keeps_the_one_before_on_record(world: World) -> None:
    """RULE-MOU-07: an id of a clause means one wording for ever."""
    pk = drafted(world)
    before = Clause.objects.get(agreement=pk, number="2")

    told = writes.edit_clause(world.dora, before.pk, wording=supply(text="Bay sends three."))

    before.refresh_from_db()
    assert (before.text, before.removed_at is None) == ("Bay sends ambulances.", False)
    assert before.supply_terms.count() == 1
    assert Clause.objects.get(pk=told.clause).text == "Bay sends three."


def test_who_edits_a_clause_that_was_edited_since_hears_of_it(world: World) -> None:
    clause = Clause.objects.get(agreement=drafted(world), number="2")
    writes.edit_clause(world.dora, clause.pk, wording=supply(text="Bay sends three."))

    with pytest.raises(ChangedSince):
        writes.edit_clause(world.dora, clause.pk, wording=supply(text="Bay sends four."))


def test_a_clause_is_taken_out_and_its_number_is_free_again(world: World) -> None:
    pk = drafted(world)
    clause = Clause.objects.get(agreement=pk, number="2")

    writes.remove_clause(world.dora, clause.pk)

    assert writes.add_clause(world.dora, pk, wording=supply()).number == "2"


def test_a_number_is_given_once(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(Conflict, match="a clause with this number"):
        writes.add_clause(world.dora, pk, wording=wording())


def test_a_clause_binds_parties_only(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(NotAParty):
        writes.add_clause(world.dora, pk, wording=supply("3", giver=world.northfield.pk))


def test_a_clause_binds_two_different_parties(world: World) -> None:
    bay = world.bay_ems.pk

    with pytest.raises(Contradiction, match="two different parties"):
        writes.add_clause(world.dora, drafted(world), wording=supply("3", giver=bay, receiver=bay))


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        (SupplyTerms(supplies=()), TermsEmpty),
        (SupplyTerms(supplies=(Supply(kind="9-9-9", max_quantity=1),)), NoSuchKind),
        (SupplyTerms(supplies=(Supply(kind=ENGINE, type=8, max_quantity=1),)), NoSuchType),
        (SupplyTerms(supplies=(Supply(kind=ENGINE, max_quantity=0),)), Contradiction),
        (
            SupplyTerms(supplies=(Supply(kind=ENGINE, max_quantity=1, drawdown_floor=-1),)),
            BadTerms,
        ),
    ],
)
def test_a_supply_names_kinds_and_types_of_the_catalogue(
    world: World, terms: SupplyTerms, refusal: type[Exception]
) -> None:
    pk = drafted(world)

    with pytest.raises(refusal):
        writes.add_clause(world.dora, pk, wording=supply("3", terms=terms))


def test_what_is_out_for_signature_is_not_a_draft_any_more(world: World) -> None:
    """RULE-MOU-02, said in a sentence before the database would say it."""
    pk = sent(world)
    clause = Clause.objects.get(agreement=pk, number="2")

    with pytest.raises(NotADraft):
        writes.edit_agreement(world.dora, pk, details=agreement_details(), version=1)
    with pytest.raises(NotADraft):
        writes.add_clause(world.dora, pk, wording=supply("3"))
    with pytest.raises(NotADraft):
        writes.edit_clause(world.dora, clause.pk, wording=supply())
    with pytest.raises(NotADraft):
        writes.remove_clause(world.dora, clause.pk)
    with pytest.raises(NotADraft):
        writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")


def test_a_party_sees_the_text_and_still_may_not_write_in_it(world: World) -> None:
    clause = Clause.objects.get(agreement=sent(world), number="2")

    with pytest.raises(NotAllowed, match="your agency leads its agreement"):
        writes.remove_clause(world.dev, clause.pk)


def test_to_a_stranger_an_agreement_does_not_exist(world: World) -> None:
    pk = sent(world)

    with pytest.raises(NotFound):
        writes.add_clause(world.ivy, pk, wording=supply("3"))
