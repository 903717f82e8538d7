from django.db import migrations

from audit import policies
from audit.policies import own, walled

# What is told in an agency's own streams, and who looked at its data.
STREAMS = {"stream": "key", "entry": "stream_id", "alarm": "stream_key", "bookmark": "stream_key"}
STREAMS |= {"testimony": "stream_key", "image": "stream_key"}


def own_streams(table: str, column: str) -> str:
    return (
        f"{table}.{column} IN ('agency:' || wall_agency()::text, 'access:' || wall_agency()::text)"
    )


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_keys")]
    operations = [
        migrations.RunSQL(policies.WALLS, policies.NO_WALLS),
        *(
            walled(f"audit_{table}", own_streams(f"audit_{table}", column))
            for table, column in STREAMS.items()
        ),
        walled("audit_usedkey", "audit_usedkey.member_id = wall_member()"),
        walled("audit_turned", own("audit_turned")),
        # Whoever is turned away is remembered, whose people they may be.
        policies.also_told("audit_turned"),
        walled("audit_lookday", own("audit_lookday", "owner_id")),
    ]
