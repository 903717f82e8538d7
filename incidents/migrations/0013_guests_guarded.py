from django.db import migrations

from audit import guards
from audit.policies import also_seen, kept, own, walled

STREAMS = {"stream": "key", "image": "stream_key"}
# The incident at which whoever asks is a guest, while their time holds.
STAYS = (
    "SELECT {what} FROM incidents_guest g WHERE g.id = wall_agency()"
    " AND g.ended_at IS NULL AND g.due_at > statement_timestamp()"
)
THERE = (
    "EXISTS (SELECT FROM incidents_participation p WHERE p.incident_id = incidents_guest.incident_id"
    " AND p.agency_id = wall_agency() AND p.status = 'accepted')"
)
OF_INCIDENT = ("note", "deployment", "division", "withdrawal")


def as_guest(column: str, what: str = "g.incident_id") -> str:
    return f"{column} IN ({STAYS.format(what=what)})"


class Migration(migrations.Migration):
    dependencies = [("incidents", "0012_guests"), ("audit", "0005_seen_by")]
    operations = [
        guards.guarded("incidents_guest"),
        walled(
            "incidents_guest",
            own("incidents_guest", "host_id"),
            own("incidents_guest", "id"),
            THERE,
        ),
        # Partners see who looks on, and leave it to the host and to whoever directs there.
        kept(
            "incidents_guest",
            f"{own('incidents_guest', 'host_id')} OR {own('incidents_guest', 'id')}"
            " OR incidents_directs(incident_id)",
        ),
        also_seen("incidents_incident", "as_guest", as_guest("incidents_incident.id")),
        *(
            also_seen(f"incidents_{table}", "as_guest", as_guest(f"incidents_{table}.incident_id"))
            for table in OF_INCIDENT
        ),
        *(
            also_seen(
                f"audit_{table}",
                "as_guest",
                as_guest(f"audit_{table}.{column}", "'incident:' || g.incident_id::text"),
            )
            for table, column in STREAMS.items()
        ),
    ]
