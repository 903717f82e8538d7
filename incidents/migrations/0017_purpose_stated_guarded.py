from django.db import migrations

from audit import guards
from audit.policies import own, walled


class Migration(migrations.Migration):
    dependencies = [("incidents", "0016_purpose_stated"), ("audit", "0005_seen_by")]
    operations = [
        guards.guarded("incidents_statedpurpose"),
        walled("incidents_statedpurpose", own("incidents_statedpurpose", "agency_id")),
    ]
