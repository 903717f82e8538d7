import django.db.models.deletion
from django.db import migrations, models

# Whose account it is was said by its member alone.
WHOSE = """
    SELECT set_config('app.reach', 'command', true);
    UPDATE agencies_account a SET agency_id = m.agency_id
    FROM agencies_member m WHERE m.account_id = a.id;
"""
COLUMN = """
    ALTER TABLE agencies_account ADD COLUMN agency_id uuid;
    ALTER TABLE agencies_account ADD CONSTRAINT account_of_an_agency
        FOREIGN KEY (agency_id) REFERENCES agencies_agency (id)
        DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0024_letters")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(COLUMN, "ALTER TABLE agencies_account DROP COLUMN agency_id"),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="account",
                    name="agency",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(WHOSE, migrations.RunSQL.noop),
    ]
