from django.db import migrations

from audit.joins import whole


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("incidents", "0017_purpose_stated_guarded")]
    operations = [
        whole("incidents_division", "incident_id"),
        whole("incidents_note", "agency_id"),
        whole("incidents_note", "incident_id"),
    ]
