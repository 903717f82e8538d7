from django.db import migrations

from audit.joins import whole


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("agencies", "0049_bound_in_grace"), ("audit", "0006_of_one_whole")]
    operations = [
        whole("agencies_account", "agency_id"),
        whole("agencies_clause", "agreement_id"),
        whole("agencies_letter", "agency_id"),
        whole("agencies_member", "agency_id"),
        whole("agencies_party", "agreement_id"),
        whole("agencies_resource", "agency_id"),
    ]
