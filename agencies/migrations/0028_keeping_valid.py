import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0027_invitations")]
    operations = [
        # To be checked against every agency, each must be seen: policies hold for owners too.
        migrations.RunSQL(
            "SELECT set_config('app.reach', 'command', true);"
            " ALTER TABLE agencies_account VALIDATE CONSTRAINT account_of_an_agency",
            migrations.RunSQL.noop,
        ),
        *(
            django.contrib.postgres.operations.ValidateConstraint(model_name="member", name=name)
            for name in ("member_removed_acts_no_more", "member_kept_at_sane_times")
        ),
    ]
