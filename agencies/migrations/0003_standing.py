from django.db import migrations

from agencies import standing


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_guards")]
    operations = [migrations.RunSQL(view) for view in standing.VIEWS]
