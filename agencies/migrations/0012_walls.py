from django.db import migrations

from audit.policies import KNOWN_TO_ALL, decides, own, walled, with_its

# What `agencies.rules` says of agreements: those it leads, and those it is a party to once they
# have left their draft.
AGREEMENT = """EXISTS (
    SELECT FROM agencies_agreement a WHERE a.id = agreement AND (
        a.led_by_id = wall_agency() OR a.status <> 'draft' AND EXISTS (
            SELECT FROM agencies_party p WHERE p.agreement_id = a.id
            AND p.agency_id = wall_agency() AND p.removed_at IS NULL)))"""
TERMS = (
    *("requestterm", "supplyterm", "responseterm", "shareterm", "costterm", "sharelimit"),
    *("autoaidterm", "commandterm", "insuranceterm", "liabilityterm", "powersterm"),
    *("preconditionterm", "renewalterm", "signatureterm"),
)


def of_its_agreement(table: str) -> str:
    return f"agencies_sees_agreement({table}.agreement_id)"


def of_own_member(table: str) -> str:
    """Not of everybody whose name one may know."""
    return (
        "EXISTS (SELECT FROM agencies_member m"
        f" WHERE m.id = {table}.member_id AND m.agency_id = wall_agency())"
    )


class Migration(migrations.Migration):
    dependencies = [("agencies", "0011_factors"), ("audit", "0004_walls")]
    operations = [
        decides("agencies_sees_agreement", "agreement", AGREEMENT),
        # The directory of agencies is what every partner starts from.
        walled("agencies_agency", KNOWN_TO_ALL),
        walled("agencies_contact", KNOWN_TO_ALL),
        walled("agencies_member", own("agencies_member")),
        walled("agencies_seat", with_its("agencies_seat", "member_id", "agencies_member")),
        walled("agencies_apitoken", of_own_member("agencies_apitoken")),
        walled("agencies_clearance", of_own_member("agencies_clearance")),
        # What the whole installation was checked against.
        walled("agencies_checklistitem", KNOWN_TO_ALL),
        walled("agencies_resource", own("agencies_resource")),
        walled(
            "agencies_agreement",
            own("agencies_agreement", "led_by_id"),
            "agencies_sees_agreement(agencies_agreement.id)",
        ),
        walled("agencies_party", of_its_agreement("agencies_party")),
        walled("agencies_signature", with_its("agencies_signature", "party_id", "agencies_party")),
        walled("agencies_clause", of_its_agreement("agencies_clause")),
        *(
            walled(f"agencies_{term}", with_its(f"agencies_{term}", "clause_id", "agencies_clause"))
            for term in TERMS
        ),
    ]
