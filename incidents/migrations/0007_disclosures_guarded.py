from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from audit import guards
from audit.policies import own, walled

THERE = (
    "EXISTS (SELECT FROM incidents_participation p"
    " WHERE p.incident_id = incidents_withdrawal.incident_id"
    " AND p.agency_id = wall_agency() AND p.status = 'accepted')"
)

# Whether the clause still stands under which something was passed on: whoever receives it is no
# party to that clause, and so does not see it.
STILL = """
CREATE FUNCTION incidents_passed_on_still(
    asked uuid, owner uuid, via uuid, receiver uuid, shared text
) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    reach text := coalesce(current_setting('app.reach', true), '');
    found boolean;
BEGIN
    PERFORM set_config('app.reach', 'wall', true);
    SELECT EXISTS (
        SELECT FROM agencies_sharegrant g WHERE g.clause_id = asked AND g.giver_id = owner
        AND g.receiver_id = via AND g.category = shared
        AND (g.onward = 'consent' OR receiver = ANY(g.onward_to))) INTO found;
    PERFORM set_config('app.reach', reach, true);
    RETURN found;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0006_disclosures"), ("audit", "0002_functions")]
    operations = [
        guards.guarded("incidents_disclosure"),
        guards.guarded("incidents_withdrawal"),
        walled(
            "incidents_disclosure",
            own("incidents_disclosure", "owner_id"),
            own("incidents_disclosure", "to_id"),
            own("incidents_disclosure", "via_id"),
        ),
        # What is withdrawn from everybody decides what everybody there is shown.
        walled(
            "incidents_withdrawal",
            own("incidents_withdrawal", "owner_id"),
            own("incidents_withdrawal", "partner_id"),
            f"incidents_withdrawal.partner_id IS NULL AND {THERE}",
        ),
        migrations.RunSQL(
            STILL, "DROP FUNCTION incidents_passed_on_still(uuid, uuid, uuid, uuid, text)"
        ),
        ValidateConstraint("note", "note_has_a_label_there_is"),
        ValidateConstraint("note", "note_names_recipients_when_red"),
    ]
