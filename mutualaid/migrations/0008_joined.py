from django.db import migrations

from audit.joins import joined, of_one_whole


class Migration(migrations.Migration):
    dependencies = [
        ("mutualaid", "0007_wholes"),
        ("agencies", "0050_wholes"),
        ("audit", "0006_of_one_whole"),
    ]
    operations = [
        joined(
            "request_by_its_agencys_member",
            *("mutualaid_resourcerequest", "requester_id, requested_by_id"),
            *("agencies_member", "id, agency_id"),
        ),
        joined(
            "solicitation_on_its_lines_rung",
            *("mutualaid_solicitation", "rung_id, line_id", "mutualaid_rung", "id, line_id"),
        ),
        joined(
            "message_sent_by_who_requests",
            *("mutualaid_requestmessage", "request_id, sent_by_id"),
            *("mutualaid_resourcerequest", "id, requested_by_id"),
        ),
        of_one_whole(
            "offered_by_its_agency",
            "mutualaid_offeredresource",
            ("solicitation_id", "mutualaid_solicitation", "agency_id"),
            ("resource_id", "agencies_resource", "agency_id"),
        ),
    ]
