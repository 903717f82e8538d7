import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0018_sign_in_policy")]
    operations = [
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="account", name="account_released_at_a_sane_time"
        ),
    ]
