from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("agencies", "0030_token_bounds")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS token_before_it_was_rotated"
                    " ON agencies_apitoken (old_digest) WHERE NOT (old_digest = '')",
                    "DROP INDEX token_before_it_was_rotated",
                ),
            ],
            state_operations=[
                migrations.AddConstraint(
                    model_name="apitoken",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("old_digest", ""), _negated=True),
                        fields=("old_digest",),
                        name="token_before_it_was_rotated",
                    ),
                ),
            ],
        ),
    ]
