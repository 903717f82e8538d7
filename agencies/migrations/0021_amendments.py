from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("agencies", "0020_rights_at_a_moment")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS"
                    " amendment_signed_one_at_a_time ON agencies_agreement (amends_id)"
                    " WHERE amends_id IS NOT NULL AND status = 'signing'",
                    reverse_sql="DROP INDEX amendment_signed_one_at_a_time",
                ),
            ],
            state_operations=[
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("amends__isnull", False), ("status", "signing")),
                        fields=("amends",),
                        name="amendment_signed_one_at_a_time",
                        violation_error_message=(
                            "Another amendment is being signed: one after the other."
                        ),
                    ),
                ),
            ],
        ),
    ]
