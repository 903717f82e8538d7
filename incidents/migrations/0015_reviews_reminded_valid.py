from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("incidents", "0014_reviews_reminded")]
    operations = [ValidateConstraint("glass", "glass_reminds_at_a_sane_time")]
