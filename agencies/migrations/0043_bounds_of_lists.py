"""A list says how long it may be, and the database holds it to that: Django's own size does not."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

from audit.rows import sane_time

SCOPES = ["look", "incidents", "mutualaid", "agencies"]
SEATS = ["dispatcher", "commander", "admin", "signatory", "counsel", "auditor"]


class Migration(migrations.Migration):
    dependencies = [("agencies", "0042_certificates_told")]
    operations = [
        AddConstraintNotValid(
            "apitoken",
            models.CheckConstraint(
                name="token_of_scopes_and_networks_that_can_be",
                condition=models.Q(scopes__contained_by=SCOPES, scopes__len__lte=len(SCOPES))
                & models.Q(networks__len__lte=10),
            ),
        ),
        AddConstraintNotValid("tokenuse", sane_time("token_used_at_a_sane_time", "used_at")),
        AddConstraintNotValid(
            "invitation",
            models.CheckConstraint(
                name="invitation_to_seats_there_are",
                condition=models.Q(seats__contained_by=SEATS)
                & models.Q(seats__len__lte=len(SEATS)),
            ),
        ),
        AddConstraintNotValid(
            "signon",
            models.CheckConstraint(
                name="sign_on_of_so_many_words",
                condition=models.Q(domains__len__lte=20, strong__len__lte=20),
            ),
        ),
    ]
