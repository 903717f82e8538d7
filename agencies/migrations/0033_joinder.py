"""A late party signs a joinder, and is bound from a day or from its signature."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

from audit.rows import sane_time


class Migration(migrations.Migration):
    dependencies = [("agencies", "0032_token_bounds_valid")]
    operations = [
        migrations.AddField("party", "joins_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "signature",
            "joinder_hash",
            models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        AddConstraintNotValid("party", sane_time("party_joins_at_a_sane_time", "joins_at")),
        AddConstraintNotValid(
            "party",
            models.CheckConstraint(
                name="party_joins_at_a_time_if_it_joins",
                condition=models.Q(joins_at__isnull=True) | models.Q(joins=True),
            ),
        ),
        AddConstraintNotValid(
            "signature",
            models.CheckConstraint(
                name="signature_of_a_joinder_by_its_hash",
                condition=models.Q(joinder_hash="")
                | models.Q(joinder_hash__regex=r"^[0-9a-f]{64}$"),
            ),
        ),
    ]
