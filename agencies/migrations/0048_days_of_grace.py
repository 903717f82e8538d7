from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0047_remarks_checked")]
    operations = [
        migrations.AddField(
            model_name="renewalterm",
            name="grace_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        AddConstraintNotValid(
            model_name="renewalterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("grace_days__isnull", True), ("grace_days__range", (1, 366)), _connector="OR"
                ),
                name="renewal_term_grace_is_a_year_at_most",
                violation_error_message="Give between 1 and 366 days of grace.",
            ),
        ),
        migrations.AlterField(
            model_name="milestone",
            name="kind",
            field=models.CharField(
                choices=[
                    ("begins", "It takes effect"),
                    ("ends_soon", "It ends soon"),
                    ("expires", "Its term ends"),
                    ("grace_over", "Its days of grace end"),
                    ("renews", "It renews itself"),
                    ("leaves", "A party leaves"),
                    ("resumes", "A suspension ends"),
                    ("lapses", "The time to sign is over"),
                    ("insured_soon", "A certificate of insurance runs out soon"),
                    ("insured_not", "A certificate of insurance runs out"),
                    ("terminates", "It is terminated"),
                ],
                max_length=12,
            ),
        ),
    ]
