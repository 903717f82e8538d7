from django.db import migrations

from agencies.migrations import _seals_at_0005 as seals


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_in_force_models")]
    operations = [migrations.RunSQL(seal) for seal in seals.SEALS]
