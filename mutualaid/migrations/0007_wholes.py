from django.db import migrations

from audit.joins import whole


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("mutualaid", "0006_shown")]
    operations = [
        whole("mutualaid_resourcerequest", "requested_by_id"),
        whole("mutualaid_rung", "line_id"),
    ]
