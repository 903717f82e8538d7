import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("mutualaid", "0004_declared"),
    ]

    operations = [
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="resourcerequest",
            name="request_declaration_is_known",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="resourcerequest",
            name="request_level_is_one_to_three",
        ),
    ]
