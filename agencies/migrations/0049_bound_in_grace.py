from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from agencies.migrations._bound_at_0049 import BOUND_AT, TERM_AT


class Migration(migrations.Migration):
    dependencies = [("agencies", "0048_days_of_grace")]
    operations = [
        ValidateConstraint("renewalterm", "renewal_term_grace_is_a_year_at_most"),
        migrations.RunSQL(TERM_AT, "DROP FUNCTION agencies_term_at(uuid, timestamptz)"),
        migrations.RunSQL(BOUND_AT),
    ]
