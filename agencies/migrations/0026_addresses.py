import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("agencies", "0025_account_at_an_agency")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "CREATE INDEX CONCURRENTLY IF NOT EXISTS agencies_account_agency_id"
                    " ON agencies_account (agency_id)",
                    "DROP INDEX agencies_account_agency_id",
                ),
                migrations.RunSQL(
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS"
                    " account_address_once_at_an_agency ON agencies_account"
                    " (lower(email), agency_id) NULLS NOT DISTINCT WHERE is_active",
                    "DROP INDEX account_address_once_at_an_agency",
                ),
                migrations.RunSQL(
                    "DROP INDEX CONCURRENTLY IF EXISTS account_email_once_in_any_case",
                    "CREATE UNIQUE INDEX account_email_once_in_any_case"
                    " ON agencies_account (lower(email))",
                ),
                migrations.RunSQL(
                    "DROP INDEX CONCURRENTLY IF EXISTS agencies_account_email_150d9ef4_like",
                    migrations.RunSQL.noop,
                ),
                migrations.RunSQL(
                    [
                        "-- squawk-ignore ban-drop-constraint\n"
                        "ALTER TABLE agencies_account"
                        " DROP CONSTRAINT IF EXISTS agencies_account_email_key"
                    ],
                    "ALTER TABLE agencies_account"
                    " ADD CONSTRAINT agencies_account_email_key UNIQUE (email)",
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name="account", name="account_email_once_in_any_case"
                ),
                migrations.AlterField(
                    model_name="account", name="email", field=models.EmailField(max_length=254)
                ),
                migrations.AddConstraint(
                    model_name="account",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        models.F("agency"),
                        name="account_address_once_at_an_agency",
                        condition=models.Q(("is_active", True)),
                        nulls_distinct=False,
                        violation_error_message="Somebody of your agency signs in with this address.",
                    ),
                ),
            ],
        ),
    ]
