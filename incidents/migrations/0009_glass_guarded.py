from django.db import migrations

from audit import guards
from audit.policies import own, walled


class Migration(migrations.Migration):
    dependencies = [("incidents", "0008_glass"), ("audit", "0004_walls")]
    operations = [
        guards.guarded("incidents_glass"),
        walled(
            "incidents_glass",
            own("incidents_glass", "owner_id"),
            own("incidents_glass", "agency_id"),
        ),
    ]
