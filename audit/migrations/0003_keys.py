from django.db import migrations

from audit import keys


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_functions")]
    operations = [migrations.RunSQL(keys.FORGET)]
