from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("incidents", "0022_notes_expire")]
    operations = [
        ValidateConstraint("note", "note_says_something_until_it_expires"),
        ValidateConstraint("note", "note_expired_at_a_sane_time"),
    ]
