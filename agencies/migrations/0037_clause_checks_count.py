from django.db import migrations

from agencies.migrations import _checked_at_0037 as now
from audit import guards
from audit.policies import walled, with_its

CHECKS = "agencies_clausecheck"
STANDS = f"""
CREATE TRIGGER record_stands BEFORE UPDATE OR DELETE ON {CHECKS}
    FOR EACH ROW EXECUTE FUNCTION agencies_record_stands('{{withdrawn_at,withdrawn_by,doubt}}');
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0036_clause_checks")]
    operations = [
        guards.guarded(CHECKS),
        migrations.RunSQL(STANDS),
        walled(CHECKS, with_its(CHECKS, "clause_id", "agencies_clause")),
        *(migrations.RunSQL(one) for one in (now.CHECKED_AT, now.SHARES, now.SUPPLIES)),
    ]
