from django.db import migrations

from audit import erasing


class Migration(migrations.Migration):
    dependencies = [("audit", "0007_bounds")]
    operations = [
        migrations.RunSQL(erasing.ERASE, "DROP FUNCTION audit_erase(text, text[])"),
    ]
