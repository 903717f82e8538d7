from django.db import migrations

from agencies import in_force


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_guards")]
    operations = [migrations.RunSQL(view) for view in in_force.VIEWS]
