import django.contrib.postgres.operations
from django.db import migrations

CONSTRAINTS = (
    "token_before_ends",
    "token_is_good_for_something",
    "token_before_until_a_sane_time",
)


class Migration(migrations.Migration):
    dependencies = [("agencies", "0031_token_before_it_was_rotated")]
    operations = [
        django.contrib.postgres.operations.ValidateConstraint(model_name="apitoken", name=name)
        for name in CONSTRAINTS
    ]
