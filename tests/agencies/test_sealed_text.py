"""RULE-MOU-02: what was sealed stays, whoever tries and by whatever road."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from agencies.agreement_text import text_of
from agencies.models import Agreement, Clause, ClauseKind
from audit import walls
from tests.agencies.acts import drafted, executed, hash_of, sent
from tests.world import World, seeding

TEXT = (
    "title = 'Another'",
    "instrument = 'mou'",
    "tier = 4",
    "purpose = 'Another'",
    "scope = 'Another'",
    "effective_at = effective_at - interval '1 day'",
    "expires_at = NULL",
    "effect = 'per_party'",
    "text_hash = repeat('0', 64)",
    "sealed_at = clock_timestamp()",
)
PARTS = (
    "UPDATE agencies_clause SET text = 'Another' WHERE agreement_id = %(pk)s",
    "UPDATE agencies_clause SET giver_id = NULL WHERE agreement_id = %(pk)s",
    "UPDATE agencies_clause SET removed_at = now() WHERE agreement_id = %(pk)s",
    "UPDATE agencies_party SET signatory_title = 'Another' WHERE agreement_id = %(pk)s",
    "UPDATE agencies_party SET removed_at = now() WHERE agreement_id = %(pk)s",
    "INSERT INTO agencies_clause (id, version, agreement_id, number, kind, heading, text)"
    " VALUES (gen_random_uuid(), 1, %(pk)s, '9', 'cost', 'Cost', 'Free.')",
    "UPDATE agencies_supplyterm SET max_quantity = 99 WHERE clause_id IN"
    " (SELECT id FROM agencies_clause WHERE agreement_id = %(pk)s)",
    "UPDATE agencies_requestterm SET lowest_priority = 'emergency' WHERE clause_id IN"
    " (SELECT id FROM agencies_clause WHERE agreement_id = %(pk)s)",
    "INSERT INTO agencies_supplyterm (id, version, clause_id, kind, max_quantity, drawdown_floor)"
    " SELECT gen_random_uuid(), 1, id, '3-508-1292', 9, 0 FROM agencies_clause"
    " WHERE agreement_id = %(pk)s AND kind = 'supply_duty'",
    "UPDATE agencies_signature SET signer = 'Another' WHERE party_id IN"
    " (SELECT id FROM agencies_party WHERE agreement_id = %(pk)s)",
)


def by_sql(statement: str, pk: UUID) -> int:
    """Run a statement as the application's role, inside what claims to be a write."""
    with seeding(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, {"pk": pk})
        changed: int = cursor.rowcount
        return changed


@pytest.mark.parametrize("change", TEXT)
def test_no_word_of_a_sealed_agreement_changes(world: World, change: str) -> None:
    pk = sent(world)

    with pytest.raises(DatabaseError, match="is sealed"):
        by_sql(f"UPDATE agencies_agreement SET {change} WHERE id = %(pk)s", pk)


@pytest.mark.parametrize("statement", PARTS)
def test_no_party_clause_term_or_signature_of_it_changes(world: World, statement: str) -> None:
    pk = executed(world)

    with pytest.raises(DatabaseError, match=r"sealed|never change|stands as it was"):
        by_sql(statement, pk)


def test_what_all_have_signed_does_not_become_a_draft_again(world: World) -> None:
    pk = executed(world)

    with pytest.raises(DatabaseError, match="is sealed"):
        by_sql(
            "UPDATE agencies_agreement SET status = 'draft', text_hash = '', sealed_at = NULL"
            " WHERE id = %(pk)s",
            pk,
        )


@pytest.mark.parametrize(
    "table", ["agreement", "party", "clause", "supplyterm", "requestterm", "signature"]
)
def test_the_applications_role_deletes_nothing_of_it(world: World, table: str) -> None:
    executed(world)

    with pytest.raises(DatabaseError, match="permission denied"):
        by_sql(f"DELETE FROM agencies_{table}", world.agreement.pk)


def test_nobody_signs_another_text_than_the_sealed_one(world: World) -> None:
    pk = sent(world)

    with pytest.raises(DatabaseError, match="not the text that is being signed"):
        by_sql(
            "INSERT INTO agencies_signature (id, version, party_id, text_hash, signed_by, signer,"
            " signer_title, signed_at) SELECT gen_random_uuid(), 1, id, repeat('0', 64), id, 'A',"
            " 'B', now() FROM agencies_party WHERE agreement_id = %(pk)s",
            pk,
        )


def test_the_words_of_a_drafts_clause_do_not_change_either(world: World) -> None:
    pk = drafted(world)

    with pytest.raises(DatabaseError, match="its words never change"):
        by_sql("UPDATE agencies_clause SET text = 'Another' WHERE agreement_id = %(pk)s", pk)


def test_a_draft_may_change(world: World) -> None:
    pk = drafted(world)

    assert by_sql("UPDATE agencies_agreement SET title = 'Another' WHERE id = %(pk)s", pk) == 1


def test_the_hash_covers_every_word_and_every_coded_term(world: World) -> None:
    agreement = Agreement.objects.get(pk=drafted(world))
    before = hash_of(agreement.pk)
    with walls.beyond("tests"):
        text = text_of(agreement)

    assert text.hash == before
    assert _changed(agreement, title="Another") != before
    assert _changed(agreement, purpose="Another") != before
    assert _changed(agreement, scope="Another") != before
    assert _changed(agreement, tier=4) != before
    assert _changed(agreement, effect="per_party") != before
    assert _changed(agreement, expires_at=None) != before


def test_a_clause_that_counts_no_more_is_not_hashed(world: World) -> None:
    pk = drafted(world)
    before = hash_of(pk)

    by_sql("UPDATE agencies_clause SET removed_at = now() WHERE agreement_id = %(pk)s", pk)

    assert Clause.objects.filter(agreement=pk).count() == 2
    assert hash_of(pk) != before


def _changed(agreement: Agreement, **words: object) -> str:
    fresh = Agreement.objects.get(pk=agreement.pk)
    for name, said in words.items():
        setattr(fresh, name, said)
    with walls.beyond("tests"):
        return text_of(fresh).hash


@pytest.mark.parametrize("kind", ClauseKind.values)
def test_no_clause_is_without_the_terms_of_its_kind(world: World, kind: str) -> None:
    """P14: what is kept can be read again."""
    pk = drafted(world)

    with pytest.raises(DatabaseError, match="has no terms"):
        _bare_clause(pk, kind)


def _bare_clause(agreement: UUID, kind: str) -> None:
    with seeding():
        Clause.objects.create(agreement_id=agreement, number="9", kind=kind, heading="X", text="X.")
        connection.check_constraints()
