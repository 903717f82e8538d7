from django.db import migrations

from audit.joins import joined_before


class Migration(migrations.Migration):
    dependencies = [("agencies", "0051_joined")]
    operations = [
        joined_before("agencies_member", "member_by_an_account_of_its_agency"),
        joined_before(
            "agencies_invitation",
            "invitation_taken_up_at_its_agency",
            "invitation_by_a_letter_of_its_agency",
        ),
        joined_before("agencies_exemption", "exemption_asked_for_at_its_agency"),
        joined_before(
            "agencies_clause", "clause_given_by_its_party", "clause_received_by_its_party"
        ),
        joined_before("agencies_milestone", "milestone_of_its_party"),
        joined_before("agencies_motion", "motion_of_its_party"),
        joined_before("agencies_suspension", "suspension_of_its_party"),
        joined_before("agencies_clausechange", "change_puts_its_own_clause"),
    ]
