from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0043_bounds_of_lists")]
    operations = [
        ValidateConstraint("apitoken", "token_of_scopes_and_networks_that_can_be"),
        ValidateConstraint("tokenuse", "token_used_at_a_sane_time"),
        ValidateConstraint("invitation", "invitation_to_seats_there_are"),
        ValidateConstraint("signon", "sign_on_of_so_many_words"),
    ]
