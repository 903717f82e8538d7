from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("agencies", "0053_has_terms_by_itself")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS party_stays_once_at_a_time"
                    " ON agencies_party (agreement_id, agency_id, leaves_at)"
                    " NULLS NOT DISTINCT WHERE removed_at IS NULL",
                    "DROP INDEX party_stays_once_at_a_time",
                ),
                migrations.RunSQL(
                    "DROP INDEX CONCURRENTLY IF EXISTS party_once_in_an_agreement",
                    "CREATE UNIQUE INDEX party_once_in_an_agreement"
                    " ON agencies_party (agreement_id, agency_id) WHERE removed_at IS NULL",
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(model_name="party", name="party_once_in_an_agreement"),
                migrations.AddConstraint(
                    model_name="party",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("agreement", "agency", "leaves_at"),
                        name="party_stays_once_at_a_time",
                        nulls_distinct=False,
                        violation_error_message="This agency is a party already.",
                    ),
                ),
            ],
        ),
    ]
