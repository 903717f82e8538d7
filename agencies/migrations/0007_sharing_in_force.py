from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from agencies.migrations import _shares_at_0007 as shares_in_force
from audit import guards

TABLES = ("clearance", "checklistitem", "sharelimit")
CHECKED = shares_in_force.CHECKED.format(items=8)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0006_sharing")]
    operations = [
        ValidateConstraint("shareterm", "share_term_masks_as_known"),
        *(guards.guarded(f"agencies_{table}") for table in TABLES),
        migrations.RunSQL(shares_in_force.SHARES),
        migrations.RunSQL(shares_in_force.LIMITS_STAND),
        migrations.RunSQL(CHECKED),
    ]
