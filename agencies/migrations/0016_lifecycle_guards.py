from django.db import migrations

from agencies.migrations import _lifecycle_at_0016 as now
from audit import guards
from audit.policies import decides, walled, with_its

TRIGGERS = (now.TEXT, now.PARTS, now.SIGNATURES, now.STANDING, now.RECORDS_TRIGGERS)
VIEWS = (now.BOUND_AT, now.CLAUSES_AT, now.PAIRS)

# As migration 0012 says it, but that whoever was once sent a version goes on seeing that.
AGREEMENT = """EXISTS (
    SELECT FROM agencies_agreement a WHERE a.id = agreement AND (
        a.led_by_id = wall_agency() OR (a.status <> 'draft' OR EXISTS (
            SELECT FROM agencies_textversion v WHERE v.agreement_id = a.id)) AND EXISTS (
                SELECT FROM agencies_party p WHERE p.agreement_id = a.id
                AND p.agency_id = wall_agency() AND p.removed_at IS NULL)))"""
SEES = decides("agencies_sees_agreement", "agreement", AGREEMENT).sql
OF_TEXT = ("review", "remark", "redline", "resolution")


def of_agreement(table: str, column: str = "agreement_id") -> migrations.RunSQL:
    table = f"agencies_{table}"
    return walled(table, f"agencies_sees_agreement({table}.{column})")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0015_lifecycle_indexes")]
    operations = [
        *(guards.guarded(f"agencies_{table}") for table in now.RECORDS),
        *(migrations.RunSQL(one) for one in (*TRIGGERS, *VIEWS)),
        migrations.RunSQL(str(SEES).replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")),
        *(of_agreement(one) for one in ("textversion", "suspension", "motion", "milestone")),
        of_agreement("clausechange", "amendment_id"),
        *(
            walled(
                f"agencies_{one}", with_its(f"agencies_{one}", "text_id", "agencies_textversion")
            )
            for one in OF_TEXT
        ),
        walled(
            "agencies_withdrawal", with_its("agencies_withdrawal", "party_id", "agencies_party")
        ),
        walled("agencies_consent", with_its("agencies_consent", "motion_id", "agencies_motion")),
    ]
