import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0046_remarks_on_sections")]
    operations = [
        # To be checked against every section, each must be seen: policies hold for owners too.
        migrations.RunSQL(
            "SELECT set_config('app.reach', 'command', true);"
            " ALTER TABLE agencies_remark VALIDATE CONSTRAINT remark_on_a_section",
            migrations.RunSQL.noop,
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="remark", name="remark_about_one_thing"
        ),
    ]
