from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from agencies import reads, writes
from agencies.models import Agreement, Effect
from agencies.reads.agreements import AgreementEntry
from audit.actors import Actor
from audit.models import Image
from tests.agencies.acts import drafted, executed, hash_of, sent
from tests.agreements import sealed
from tests.world import World, seeding


def entry(actor: Actor, title: str = "Harbor and Bay aid") -> AgreementEntry:
    return next(it for it in reads.agreements(actor) if it.title == title)


def states(actor: Actor) -> list[str]:
    return [it.state for it in reads.agreements(actor) if it.title == "Harbor and Bay aid"]


def test_a_draft_is_in_the_list_of_its_leader_alone(world: World) -> None:
    drafted(world)

    assert (states(world.dora), states(world.dev)) == (["draft"], [])


def test_what_waits_for_our_signature_says_so(world: World) -> None:
    pk = sent(world)
    assert (entry(world.dora).awaits_us, entry(world.dev).awaits_us) == (True, True)

    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))

    assert (entry(world.dora).awaits_us, entry(world.dev).awaits_us) == (False, True)


def test_what_binds_is_in_force(world: World) -> None:
    executed(world)

    it = entry(world.dev)
    assert (it.state, it.binds_us, it.parties) == ("in_force", True, 2)


def test_what_begins_later_is_signed_and_not_begun(world: World) -> None:
    begins = timezone.now() + timedelta(days=3)
    pk = executed(world, effective_at=begins)

    assert states(world.dev) == ["not_begun"]
    party = reads.agreement(world.dev, pk).parties[0]
    assert party.why_not == f"It begins on {begins:%Y-%m-%d}."


def test_what_is_over_is_expired(world: World) -> None:
    ended = timezone.now() - timedelta(days=1)
    pk = drafted(world, effective_at=ended - timedelta(days=9), expires_at=ended)
    with seeding():
        sealed(Agreement.objects.get(pk=pk), signed=True)

    assert states(world.dev) == ["expired"]
    assert not entry(world.dev).binds_us
    assert reads.agreement(world.dev, pk).parties[0].why_not.startswith("It ended on")


def test_a_party_that_is_not_bound_reads_why(world: World) -> None:
    pk = sent(world)
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))

    why = {party.code: party.why_not for party in reads.agreement(world.dora, pk).parties}

    assert why == {"HCF": "It waits for Bay City EMS to sign.", "BCE": "It has not signed."}


def test_what_binds_others_and_not_us_says_so(world: World) -> None:
    pk = drafted(world, effect=Effect.PER_PARTY)
    writes.add_party(world.dora, pk, agency=world.northfield.pk, signatory_title="President")
    writes.send_for_signature(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dora, pk, text_hash=hash_of(pk))
    writes.sign_agreement(world.dev, pk, text_hash=hash_of(pk))

    assert (entry(world.ivy).state, entry(world.ivy).binds_us) == ("in_force", False)
    assert entry(world.dev).binds_us


def test_what_ends_within_half_a_year_is_pointed_out(world: World) -> None:
    """RULE-MOU-03, its first sight."""
    executed(world, expires_at=timezone.now() + timedelta(days=100))

    assert [it.title for it in reads.ending_soon(world.dev)] == ["Harbor and Bay aid"]


def test_a_stranger_has_no_agreements(world: World) -> None:
    executed(world)

    assert reads.agreements(world.ivy) == []


def test_a_text_that_is_not_the_sealed_one_is_called_out(world: World) -> None:
    """Whoever owns the tables can go around the wall; the hash cannot be gone around."""
    pk = executed(world)
    assert reads.agreement(world.dev, pk).intact

    with seeding(), connection.cursor() as cursor:
        cursor.execute("UPDATE agencies_agency SET code = 'XXX' WHERE code = 'BCE'")

    assert not reads.agreement(world.dev, pk).intact


def test_what_is_painted_of_an_agreement_is_its_paper(world: World) -> None:
    pk = executed(world)

    rows = Image.objects.filter(key=f"agreement:{pk}")
    painted = rows.get(stream_key=f"agency:{world.bay_ems.pk}").row or {}
    assert (painted["status"], painted["owner"]) == ("executed", str(world.harbor_fire.pk))
    assert all(party["signed_at"] for party in painted["parties"])
    assert "in_force" not in painted
