from django.db import migrations

from audit.joins import joined_before


class Migration(migrations.Migration):
    dependencies = [("incidents", "0019_joined")]
    operations = [
        joined_before(
            "incidents_deployment",
            "deployment_of_its_agencys_resource",
            "deployment_in_its_incidents_division",
        ),
        joined_before("incidents_commandseat", "seat_held_for_its_agency"),
        joined_before("incidents_glass", "glass_by_its_agencys_member"),
        joined_before("incidents_statedpurpose", "purpose_stated_by_its_agencys_member"),
        joined_before(
            "incidents_withdrawal",
            "withdrawal_of_its_owners_note",
            "withdrawal_of_its_incidents_note",
        ),
    ]
