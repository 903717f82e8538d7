from django.db import migrations

from audit.policies import decides

# As migration 0022 says it, but that while a text is changed only those know of it whom the last
# version names that was sent out, whoever was written in or taken out since.
AGREEMENT = """EXISTS (
    SELECT FROM agencies_agreement a WHERE a.id = agreement AND (
        a.led_by_id = wall_agency()
        OR EXISTS (
            SELECT FROM agencies_party p
            WHERE p.agreement_id = a.id AND p.agency_id = wall_agency()
            AND CASE WHEN a.status IN ('draft', 'negotiation', 'abandoned') THEN (
                SELECT jsonb_exists(v.parties, p.id::text) FROM agencies_textversion v
                WHERE v.agreement_id = a.id ORDER BY v.number DESC LIMIT 1)
            ELSE p.removed_at IS NULL END)
        OR a.executed_at IS NOT NULL AND EXISTS (
            SELECT FROM agencies_party p WHERE p.agreement_id = a.amends_id
            AND p.agency_id = wall_agency() AND p.removed_at IS NULL)))"""
SEES = str(decides("agencies_sees_agreement", "agreement", AGREEMENT).sql)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0034_joinder_valid")]
    operations = [
        migrations.RunSQL(SEES.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")),
    ]
