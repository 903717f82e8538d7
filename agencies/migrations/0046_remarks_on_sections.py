import django.contrib.postgres.operations
import django.db.models.deletion
from django.db import migrations, models

COLUMN = """
    ALTER TABLE agencies_remark ADD COLUMN section_id uuid;
    ALTER TABLE agencies_remark ADD CONSTRAINT remark_on_a_section
        FOREIGN KEY (section_id) REFERENCES agencies_section (id)
        DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0045_devices")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(COLUMN, "ALTER TABLE agencies_remark DROP COLUMN section_id"),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="remark",
                    name="section",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="agencies.section",
                    ),
                ),
            ],
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("clause__isnull", True), ("section__isnull", True), _connector="OR"
                ),
                name="remark_about_one_thing",
                violation_error_message="A remark is about a clause or about a section.",
            ),
        ),
    ]
