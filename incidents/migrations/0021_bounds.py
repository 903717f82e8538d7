from django.db import migrations

from audit.policies import bounded, decides

OF_ITS_MODE = """EXISTS (
    SELECT FROM incidents_incident i WHERE i.id = incident AND wall_within(i.mode))"""
PARTS = (
    *("participation", "commandseat", "division", "deployment", "objective", "note"),
    *("disclosure", "withdrawal", "glass", "guest", "statedpurpose"),
)
STREAMS = {"stream": "key", "alarm": "stream_key", "bookmark": "stream_key"}
STREAMS |= {"entry": "stream_id", "testimony": "stream_key"}
OF_THE_STREAM = "incidents_of_its_mode(substr({column}, 10)::uuid)"


def of_its_stream(column: str, otherwise: str) -> str:
    """Of an incident's stream its mode decides; of an agency's own, what is said besides."""
    of_the_stream = OF_THE_STREAM.format(column=column)
    return f"CASE WHEN starts_with({column}, 'incident:') THEN {of_the_stream} ELSE {otherwise} END"


def otherwise(table: str) -> str:
    """What an agency did and saw is real, its exercises included."""
    return "wall_bound() = 'real'" if table in {"entry", "testimony"} else "true"


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0020_joined_before"),
        ("agencies", "0056_token_is_bound_valid"),
        ("audit", "0007_bounds"),
    ]
    operations = [
        decides("incidents_of_its_mode", "incident", OF_ITS_MODE),
        bounded("incidents_incident", "wall_within(mode)"),
        bounded("incidents_alert", "wall_within(mode)"),
        bounded("incidents_numberseries", "wall_within(mode)"),
        *(bounded(f"incidents_{part}", "incidents_of_its_mode(incident_id)") for part in PARTS),
        *(
            bounded(f"audit_{table}", of_its_stream(column, otherwise(table)))
            for table, column in STREAMS.items()
        ),
        bounded(
            "audit_image",
            of_its_stream("stream_key", "row->>'mode' IS NULL OR wall_within(row->>'mode')"),
        ),
    ]
