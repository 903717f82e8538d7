import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0055_token_is_bound")]
    operations = [
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="apitoken", name="token_is_for_what_is_real_or_for_exercises"
        ),
    ]
