from django.db import migrations

from audit.policies import only_shown

OFFERED = (
    "EXISTS (SELECT FROM mutualaid_offeredresource o WHERE o.resource_id = agencies_resource.id)"
)


class Migration(migrations.Migration):
    dependencies = [("mutualaid", "0005_declared_valid"), ("incidents", "0011_shown_and_kept")]
    operations = [
        only_shown("incidents_incident", "when_asked", "mutualaid_asked_at(id)"),
        only_shown("agencies_resource", "when_offered", OFFERED),
    ]
