"""What another agency may look at is not theirs to change, and names are looked for by name.

Who works beside somebody at an incident reads their name on the board. They do not need the row
that says how they sign in and where they are seated; nor of a note more than the board shows,
unless it is for them by name.
"""

from django.db import migrations

from audit.policies import decides, kept, no_longer_seen, only_shown, own, seen_by_less

THERE = (
    "EXISTS (SELECT FROM incidents_participation p"
    " WHERE p.incident_id = incidents_note.incident_id"
    " AND p.agency_id = wall_agency() AND p.status IN ('accepted'))"
)
DEPLOYED = "EXISTS (SELECT FROM incidents_deployment d WHERE d.resource_id = agencies_resource.id)"

# Who leads an incident, or has a seat in its command, decides what is to be done there.
DIRECTS = """EXISTS (
    SELECT FROM incidents_participation p WHERE p.incident_id = incident
    AND p.agency_id = wall_agency() AND p.status = 'accepted' AND p.role = 'lead')
    OR EXISTS (SELECT FROM incidents_commandseat s JOIN agencies_member m ON m.id = s.holder_id
    WHERE s.incident_id = incident AND m.agency_id = wall_agency() AND s.ended_at IS NULL)"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0010_red_notes_found")]
    operations = [
        no_longer_seen("agencies_member", "when_beside", "incidents_works_beside(agency_id)"),
        only_shown("agencies_resource", "when_deployed", DEPLOYED),
        seen_by_less(
            "incidents_note",
            ("incidents_note.agency_id = wall_agency()", THERE),
            own("incidents_note"),
            "wall_member() = ANY (incidents_note.recipients)",
        ),
        kept("incidents_note", own("incidents_note")),
        decides("incidents_directs", "incident", DIRECTS),
        kept("incidents_division", "incidents_directs(incident_id)"),
        kept("incidents_objective", "incidents_directs(incident_id)"),
        # Whose data it is decides whether it is shown, and takes it back.
        kept(
            "incidents_disclosure",
            f"{own('incidents_disclosure', 'owner_id')} OR {own('incidents_disclosure', 'via_id')}",
            once_there=True,
        ),
        kept("incidents_withdrawal", own("incidents_withdrawal", "owner_id")),
    ]
