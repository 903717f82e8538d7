from django.db import migrations

from agencies import seals


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_standing_models")]
    operations = [migrations.RunSQL(seal) for seal in seals.SEALS]
