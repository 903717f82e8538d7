from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0024_notes_that_expire")]
    operations = [
        migrations.AddField("disclosure", "clause_version", models.PositiveIntegerField(null=True)),
        AddConstraintNotValid(
            "disclosure",
            models.CheckConstraint(
                condition=models.Q(
                    ("clause_version__isnull", True), ("clause__isnull", False), _connector="OR"
                ),
                name="disclosure_of_a_clause_in_a_version",
            ),
        ),
    ]
