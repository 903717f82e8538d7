from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from agencies.migrations._bound_at_0034 import BOUND_AT


class Migration(migrations.Migration):
    dependencies = [("agencies", "0033_joinder")]
    operations = [
        ValidateConstraint("party", "party_joins_at_a_sane_time"),
        ValidateConstraint("party", "party_joins_at_a_time_if_it_joins"),
        ValidateConstraint("signature", "signature_of_a_joinder_by_its_hash"),
        migrations.RunSQL(BOUND_AT),
    ]
