from django.db import migrations

from audit.policies import decides

# As migration 0016 says it, and an amendment that all have signed, who is a party to what it amends.
AGREEMENT = """EXISTS (
    SELECT FROM agencies_agreement a WHERE a.id = agreement AND (
        a.led_by_id = wall_agency() OR (a.status <> 'draft' OR EXISTS (
            SELECT FROM agencies_textversion v WHERE v.agreement_id = a.id)) AND EXISTS (
                SELECT FROM agencies_party p WHERE p.agreement_id = a.id
                AND p.agency_id = wall_agency() AND p.removed_at IS NULL)
        OR a.executed_at IS NOT NULL AND EXISTS (
            SELECT FROM agencies_party p WHERE p.agreement_id = a.amends_id
            AND p.agency_id = wall_agency() AND p.removed_at IS NULL)))"""
SEES = str(decides("agencies_sees_agreement", "agreement", AGREEMENT).sql)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0021_amendments")]
    operations = [
        migrations.RunSQL(SEES.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")),
    ]
