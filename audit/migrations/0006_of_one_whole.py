from django.db import migrations

from audit.joins import NO_ONE_WHOLE, OF_ONE_WHOLE


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_seen_by")]
    operations = [migrations.RunSQL(OF_ONE_WHOLE, NO_ONE_WHOLE)]
