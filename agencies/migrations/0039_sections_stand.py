from django.db import migrations

from audit import guards
from audit.policies import walled

SECTIONS = "agencies_section"
STANDS = f"""
CREATE TRIGGER part_stands BEFORE INSERT OR UPDATE OR DELETE ON {SECTIONS}
    FOR EACH ROW EXECUTE FUNCTION agencies_part_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0038_sections")]
    operations = [
        guards.guarded(SECTIONS),
        migrations.RunSQL(STANDS),
        walled(SECTIONS, f"agencies_sees_agreement({SECTIONS}.agreement_id)"),
    ]
