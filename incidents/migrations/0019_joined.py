from django.db import migrations

from audit.joins import joined

MEMBER = ("agencies_member", "id, agency_id")
NOTE = "incidents_note"


class Migration(migrations.Migration):
    dependencies = [("incidents", "0018_wholes"), ("agencies", "0050_wholes")]
    operations = [
        joined(
            "deployment_of_its_agencys_resource",
            *("incidents_deployment", "resource_id, agency_id"),
            *("agencies_resource", "id, agency_id"),
        ),
        joined(
            "deployment_in_its_incidents_division",
            *("incidents_deployment", "division_id, incident_id"),
            *("incidents_division", "id, incident_id"),
        ),
        joined(
            "seat_held_for_its_agency", "incidents_commandseat", "holder_id, agency_id", *MEMBER
        ),
        joined("glass_by_its_agencys_member", "incidents_glass", "member_id, agency_id", *MEMBER),
        joined(
            "purpose_stated_by_its_agencys_member",
            *("incidents_statedpurpose", "member_id, agency_id", *MEMBER),
        ),
        joined(
            "withdrawal_of_its_owners_note",
            *("incidents_withdrawal", "note_id, owner_id", NOTE, "id, agency_id"),
        ),
        joined(
            "withdrawal_of_its_incidents_note",
            *("incidents_withdrawal", "note_id, incident_id", NOTE, "id, incident_id"),
        ),
    ]
