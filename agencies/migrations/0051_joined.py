from django.db import migrations

from audit.joins import joined, of_one_whole

PARTY = ("agencies_party", "id, agreement_id")
CLAUSE = ("agencies_clause", "id, agreement_id")
MEMBER = ("agencies_member", "id, agency_id")
TEXTS = ("remark", "redline", "review", "resolution")


def of_its_agreement(name: str, *parts: tuple[str, str]) -> migrations.RunSQL:
    """Each part by its column and the table that it is of."""
    columns = [(column, f"agencies_{table}", "agreement_id") for column, table in parts]
    return of_one_whole(f"{name}_of_one_agreement", f"agencies_{name.split('_')[0]}", *columns)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0050_wholes")]
    operations = [
        joined(
            "member_by_an_account_of_its_agency",
            *("agencies_member", "account_id, agency_id", "agencies_account", "id, agency_id"),
        ),
        joined(
            "invitation_taken_up_at_its_agency",
            *("agencies_invitation", "member_id, agency_id", *MEMBER),
        ),
        joined(
            "invitation_by_a_letter_of_its_agency",
            *("agencies_invitation", "letter_id, agency_id", "agencies_letter", "id, agency_id"),
        ),
        joined(
            "exemption_asked_for_at_its_agency",
            *("agencies_exemption", "asked_by_id, agency_id", *MEMBER),
        ),
        joined("clause_given_by_its_party", "agencies_clause", "giver_id, agreement_id", *PARTY),
        joined(
            "clause_received_by_its_party", "agencies_clause", "receiver_id, agreement_id", *PARTY
        ),
        joined("milestone_of_its_party", "agencies_milestone", "party_id, agreement_id", *PARTY),
        joined("motion_of_its_party", "agencies_motion", "moved_by_id, agreement_id", *PARTY),
        joined("suspension_of_its_party", "agencies_suspension", "party_id, agreement_id", *PARTY),
        joined(
            "change_puts_its_own_clause", "agencies_clausechange", "put_id, amendment_id", *CLAUSE
        ),
        *(
            of_its_agreement(name, ("text_id", "textversion"), ("party_id", "party"))
            for name in TEXTS
        ),
        of_its_agreement("remark_clause", ("text_id", "textversion"), ("clause_id", "clause")),
        of_its_agreement("remark_section", ("text_id", "textversion"), ("section_id", "section")),
        of_its_agreement("redline_clause", ("text_id", "textversion"), ("clause_id", "clause")),
        of_its_agreement("redline_put", ("text_id", "textversion"), ("put_id", "clause")),
        of_its_agreement("clausecheck", ("clause_id", "clause"), ("party_id", "party")),
        of_its_agreement("consent", ("motion_id", "motion"), ("party_id", "party")),
        of_one_whole(
            "identity_of_one_agency",
            "agencies_identity",
            ("sign_on_id", "agencies_signon", "agency_id"),
            ("member_id", "agencies_member", "agency_id"),
        ),
    ]
