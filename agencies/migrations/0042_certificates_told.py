from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0041_attachments_stand")]
    operations = [
        migrations.AlterField(
            model_name="milestone",
            name="kind",
            field=models.CharField(
                choices=[
                    ("begins", "It takes effect"),
                    ("ends_soon", "It ends soon"),
                    ("expires", "Its term ends"),
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
