"""What everybody may look at is not everybody's to change."""

from django.db import migrations

from audit.policies import kept, own


class Migration(migrations.Migration):
    dependencies = [("agencies", "0022_who_sees_amendments")]
    operations = [
        kept("agencies_agency", own("agencies_agency", "id")),
        kept("agencies_contact", own("agencies_contact")),
        # Whoever runs the installation answers for it.
        kept("agencies_checklistitem", "false"),
    ]
