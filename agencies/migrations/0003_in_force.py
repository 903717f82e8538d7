from django.db import migrations

from agencies.migrations import _in_force_at_0003 as in_force


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_guards")]
    operations = [migrations.RunSQL(view) for view in in_force.VIEWS]
