from django.db import migrations

from audit.joins import joined_before


class Migration(migrations.Migration):
    dependencies = [("mutualaid", "0008_joined")]
    operations = [
        joined_before("mutualaid_resourcerequest", "request_by_its_agencys_member"),
        joined_before("mutualaid_requestmessage", "message_sent_by_who_requests"),
        joined_before("mutualaid_solicitation", "solicitation_on_its_lines_rung"),
    ]
