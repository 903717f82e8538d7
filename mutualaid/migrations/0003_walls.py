from django.db import migrations

from audit.policies import also_seen, decides, own, walled, with_its

AT = """EXISTS (
    SELECT FROM mutualaid_resourcerequest r
    JOIN incidents_participation p ON p.incident_id = r.incident_id
    WHERE r.id = request AND p.agency_id = wall_agency() AND p.status = 'accepted')"""
AT_LINE = """EXISTS (
    SELECT FROM mutualaid_orderline l
    JOIN mutualaid_resourcerequest r ON r.id = l.request_id
    JOIN incidents_participation p ON p.incident_id = r.incident_id
    WHERE l.id = line AND p.agency_id = wall_agency() AND p.status = 'accepted')"""
# An agency that is asked sees what is asked of it, wherever that is.
ASKED = """EXISTS (
    SELECT FROM mutualaid_orderline l JOIN mutualaid_solicitation s ON s.line_id = l.id
    WHERE l.request_id = request AND s.agency_id = wall_agency())"""
ASKED_AT = """EXISTS (
    SELECT FROM mutualaid_resourcerequest r
    JOIN mutualaid_orderline l ON l.request_id = r.id
    JOIN mutualaid_solicitation s ON s.line_id = l.id
    WHERE r.incident_id = incident AND s.agency_id = wall_agency())"""
THERE = """EXISTS (
    SELECT FROM incidents_participation p WHERE p.incident_id = mutualaid_resourcerequest.incident_id
    AND p.agency_id = wall_agency() AND p.status = 'accepted')"""


class Migration(migrations.Migration):
    dependencies = [("mutualaid", "0002_guards"), ("incidents", "0005_walls")]
    operations = [
        decides("mutualaid_at_request", "request", AT),
        decides("mutualaid_at_line", "line", AT_LINE),
        decides("mutualaid_asked_of", "request", ASKED),
        decides("mutualaid_asked_at", "incident", ASKED_AT),
        walled(
            "mutualaid_resourcerequest", THERE, "mutualaid_asked_of(mutualaid_resourcerequest.id)"
        ),
        walled("mutualaid_requestmessage", "mutualaid_at_request(request_id)"),
        walled(
            "mutualaid_orderline",
            "mutualaid_at_request(request_id)",
            "mutualaid_asked_of(request_id)",
        ),
        walled("mutualaid_rung", "mutualaid_at_line(line_id)"),
        walled(
            "mutualaid_solicitation",
            own("mutualaid_solicitation"),
            "mutualaid_at_line(mutualaid_solicitation.line_id)",
        ),
        walled(
            "mutualaid_offeredresource",
            with_its("mutualaid_offeredresource", "solicitation_id", "mutualaid_solicitation"),
        ),
        also_seen("incidents_incident", "when_asked", "mutualaid_asked_at(id)"),
        also_seen(
            "agencies_resource",
            "when_offered",
            "EXISTS (SELECT FROM mutualaid_offeredresource o"
            " WHERE o.resource_id = agencies_resource.id)",
        ),
    ]
