from django.db import migrations

from audit.policies import bounded, decides

REQUEST = """EXISTS (
    SELECT FROM mutualaid_resourcerequest r JOIN incidents_incident i ON i.id = r.incident_id
    WHERE r.id = request AND wall_within(i.mode))"""
LINE = """EXISTS (
    SELECT FROM mutualaid_orderline l
    JOIN mutualaid_resourcerequest r ON r.id = l.request_id
    JOIN incidents_incident i ON i.id = r.incident_id
    WHERE l.id = line AND wall_within(i.mode))"""


class Migration(migrations.Migration):
    dependencies = [("mutualaid", "0009_joined_before"), ("incidents", "0021_bounds")]
    operations = [
        decides("mutualaid_request_of_its_mode", "request", REQUEST),
        decides("mutualaid_line_of_its_mode", "line", LINE),
        bounded("mutualaid_resourcerequest", "incidents_of_its_mode(incident_id)"),
        bounded("mutualaid_requestmessage", "mutualaid_request_of_its_mode(request_id)"),
        bounded("mutualaid_orderline", "mutualaid_request_of_its_mode(request_id)"),
        bounded("mutualaid_rung", "mutualaid_line_of_its_mode(line_id)"),
        bounded("mutualaid_solicitation", "mutualaid_line_of_its_mode(line_id)"),
    ]
