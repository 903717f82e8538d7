"""No key of the database tells anybody of rows that they may not see (M19).

A unique key over all agencies answers "taken" for what another agency has; a foreign key takes the
id of a row that cannot be seen. A key is *scoped* where it holds a random id, which only those
know who see its row, and a reference where the row's own policy asks for what it points to. All
others stand here with a reason.
"""

from __future__ import annotations

from typing import Final

from django.db import connection

# Unique over the whole installation.
OVER_ALL: Final = {
    "agencies_agency_code_key": "the directory of agencies is for everybody",
    "agencies_apitoken_digest_key": "the hash of 256 random bits that nobody chooses",
    "agencies_invitation_digest_key": "the same",
    "checklist_item_confirmed_once": "the installation's; only its operator writes there",
    "incidents_guest_digest_key": "the same",
    "token_before_it_was_rotated": "the hash of 256 random bits that nobody chooses",
    "incidents_incident_number_key": "begins with the agency's code, and nobody chooses it",
}
OWN: Final = "only one's own agency's stand there"
LED: Final = "only who leads the agreement writes there"
SEEN: Final = "whoever may write there sees what stands there already"
# Unique within something, by words and numbers that people choose: why "taken" is no news to them.
CHOSEN: Final = {
    "account_address_once_at_an_agency": OWN,
    "alert_once_per_agency": OWN,
    "amendment_number_once": LED,
    "call_sign_once_in_an_agency": OWN,
    "clause_number_once": LED,
    "clearance_held_once": OWN,
    "contact_position_once": OWN,
    "disclosure_once_at_a_time": "it is between the two agencies of which one asks the other",
    "division_name_once_per_incident": SEEN,
    "exemption_once_for_a_device": OWN,
    "identity_of_one_member": OWN,
    "invited_once_at_a_time": OWN,
    "line_number_once_per_request": SEEN,
    "milestone_once": LED,
    "motion_open_once_of_a_kind": SEEN,
    "objective_number_once": SEEN,
    "party_stays_once_at_a_time": LED,
    "request_message_once": OWN,
    "request_number_once": SEEN,
    "response_term_once_per_priority": LED,
    "rung_position_once": SEEN,
    "seat_held_once": OWN,
    "section_number_once": LED,
    "series_once": OWN,
    "share_term_once": LED,
    "signature_once_per_party_and_text": OWN,
    "supply_term_once_per_kind_and_type": LED,
    "version_number_once": LED,
    "withdrawal_once_at_a_time": OWN,
}
# Kept by the database's own functions or by the sign-in library, at nobody's word.
NOT_ASKED: Final = ("account_email", "audit_", "auth_", "django_", "mfa_", "config_")
# References that a row's own policy does not ask for. What is named from outside is looked for,
# from where the actor stands: what they may not see is refused there as what is absent.
NAMED_FROM_OUTSIDE: Final = {
    "agencies_clause.giver_id",
    "agencies_clause.receiver_id",
    "agencies_redline.clause_id",
    "agencies_remark.clause_id",
    "agencies_remark.section_id",
    "incidents_deployment.division_id",
    "incidents_deployment.resource_id",
    "incidents_handover.offered_to_id",
    "mutualaid_offeredresource.resource_id",
}
# Taken from the row to which the write was admitted, from the actor, or from a row made with it.
TAKEN_FROM_THE_SUBJECT: Final = {
    "agencies_agreement.amends_id",
    "agencies_agreement.follows_id",
    "agencies_clausechange.clause_id",
    "agencies_clausechange.put_id",
    "agencies_clausecheck.party_id",
    "agencies_consent.party_id",
    "agencies_exemption.asked_by_id",
    "agencies_identity.member_id",
    "agencies_invitation.letter_id",
    "agencies_invitation.member_id",
    "agencies_milestone.party_id",
    "agencies_motion.moved_by_id",
    "agencies_redline.party_id",
    "agencies_redline.put_id",
    "agencies_remark.party_id",
    "agencies_resolution.party_id",
    "agencies_review.party_id",
    "agencies_suspension.party_id",
    "incidents_alert.incident_id",
    "incidents_commandseat.holder_id",
    "incidents_glass.member_id",
    "incidents_handover.offered_by_id",
    "incidents_statedpurpose.member_id",
    "incidents_withdrawal.note_id",
    "mutualaid_resourcerequest.requester_id",
    "mutualaid_solicitation.rung_id",
}

UNIQUE: Final = """
    SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text,
        coalesce((SELECT array_agg(format_type(a.atttypid, NULL)) FROM pg_attribute a
         WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[])), '{}')
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2
"""
WORDS: Final = """
    SELECT i.indexrelid::regclass::text, i.indrelid::regclass::text FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND (
        i.indexprs IS NOT NULL OR EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid
            AND a.attnum = ANY(i.indkey::int2[]) AND a.atttypid <> 'uuid'::regtype))
"""
FOREIGN: Final = """
    SELECT f.conrelid::regclass::text || '.' || a.attname
    FROM pg_constraint f JOIN pg_class parent ON parent.oid = f.confrelid
    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY(f.conkey)
    WHERE f.contype = 'f' AND array_length(f.conkey, 1) = 1
    AND parent.relrowsecurity AND parent.relname <> 'agencies_agency'
    AND NOT EXISTS (
        SELECT FROM pg_policy p WHERE p.polrelid = f.conrelid
        AND pg_get_expr(p.polqual, p.polrelid) LIKE '%%' || a.attname || '%%')
    ORDER BY 1
"""
HOW: Final = (
    "{key} is unique over all agencies: scope it, or say in OVER_ALL why nobody learns by it"
)


def asked(sql: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [])
        return cursor.fetchall()


def test_a_unique_key_is_scoped_or_says_why_not(db: None) -> None:
    unscoped = {
        key
        for table, key, types in asked(UNIQUE)
        if "uuid" not in types and not table.startswith(NOT_ASKED)
    }

    told = [HOW.format(key=key) for key in sorted(unscoped - set(OVER_ALL))]
    assert not told, "\n".join(told)
    assert unscoped == set(OVER_ALL)


def test_what_people_choose_is_unique_only_where_they_see_what_is_taken(db: None) -> None:
    """What doors take of it in words is tried there, in `tests/doors/test_doing_the_same.py`."""
    chosen = {key for key, table in asked(WORDS) if not table.startswith(NOT_ASKED)}

    assert chosen - set(OVER_ALL) == set(CHOSEN)


def test_a_reference_is_asked_for_by_its_rows_policy_or_says_why_not(db: None) -> None:
    points = {point for (point,) in asked(FOREIGN)}

    assert points == NAMED_FROM_OUTSIDE | TAKEN_FROM_THE_SUBJECT
