from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("incidents", "0025_clause_version")]
    operations = [ValidateConstraint("disclosure", "disclosure_of_a_clause_in_a_version")]
