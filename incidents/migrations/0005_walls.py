from django.db import migrations

from audit.policies import also_seen, decides, own, walled, with_its

# What every right at an incident starts from (`incidents.rules`).
INVITED = """EXISTS (
    SELECT FROM incidents_participation p WHERE p.incident_id = incident
    AND p.agency_id = wall_agency() AND p.status IN ('accepted', 'invited'))"""
# Those who work beside each other at an incident know each other's people by name.
BESIDE = """EXISTS (
    SELECT FROM incidents_participation ours
    JOIN incidents_participation theirs ON theirs.incident_id = ours.incident_id
    WHERE ours.agency_id = wall_agency() AND ours.status = 'accepted'
    AND theirs.agency_id = agency AND theirs.status = 'accepted')"""
STREAMS = {"stream": "key", "entry": "stream_id", "alarm": "stream_key", "bookmark": "stream_key"}
STREAMS |= {"testimony": "stream_key", "image": "stream_key"}


def there(table: str, *statuses: str) -> str:
    """The agency has a place at the incident of this row."""
    named = ", ".join(f"'{status}'" for status in statuses or ("accepted",))
    return (
        "EXISTS (SELECT FROM incidents_participation p"
        f" WHERE p.incident_id = {table} AND p.agency_id = wall_agency() AND p.status IN ({named}))"
    )


def stream_there(column: str) -> str:
    """One set for the whole question, however many lines it is about."""
    return (
        f"{column} IN (SELECT 'incident:' || p.incident_id::text FROM incidents_participation p"
        " WHERE p.agency_id = wall_agency() AND p.status = 'accepted')"
    )


def of_its_incident(name: str, *also: str) -> migrations.RunSQL:
    table = f"incidents_{name}"
    return walled(table, *(f"{table}.{one}" for one in also), there(f"{table}.incident_id"))


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0004_purposes_checked"),
        ("agencies", "0012_walls"),
        ("audit", "0004_walls"),
    ]
    operations = [
        decides("incidents_knows_of", "incident", INVITED),
        walled(
            "incidents_participation",
            own("incidents_participation"),
            "incidents_knows_of(incidents_participation.incident_id)",
        ),
        walled(
            "incidents_incident",
            own("incidents_incident", "opened_by_id"),
            there("incidents_incident.id", "accepted", "invited"),
        ),
        walled("incidents_numberseries", own("incidents_numberseries")),
        of_its_incident("commandseat"),
        of_its_incident("division"),
        of_its_incident("objective"),
        of_its_incident("note", "agency_id = wall_agency()"),
        of_its_incident("deployment", "agency_id = wall_agency()"),
        walled(
            "incidents_handover", with_its("incidents_handover", "seat_id", "incidents_commandseat")
        ),
        walled("incidents_alert", own("incidents_alert")),
        decides("incidents_works_beside", "agency", BESIDE),
        also_seen("agencies_member", "when_beside", "incidents_works_beside(agency_id)"),
        also_seen(
            "agencies_resource",
            "when_deployed",
            "EXISTS (SELECT FROM incidents_deployment d WHERE d.resource_id = agencies_resource.id)",
        ),
        *(
            also_seen(f"audit_{table}", "when_there", stream_there(f"audit_{table}.{column}"))
            for table, column in STREAMS.items()
        ),
    ]
