from django.db import migrations

from agencies.seals import CLAUSES


class Migration(migrations.Migration):
    dependencies = [("agencies", "0052_joined_before")]
    operations = [migrations.RunSQL(CLAUSES, migrations.RunSQL.noop)]
