from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("incidents", "0003_purposes")]
    operations = [ValidateConstraint("participation", "participation_for_purposes_there_are")]
