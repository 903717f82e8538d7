"""Notes a second through the API, beside the same rows written by ``pgbench``."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from audit.canonical import dumps
from bench import region
from bench.figures import Figure, Goal
from bench.ground import WALL_LESS
from bench.posting import Posting, per_second
from bench.region import Region
from bench.serving import gunicorn, serve, uvicorn
from bench.sizes import Sizes
from config.embedded.programs import postgres_programs

SPREAD = Goal(must=0.10, aim=0.15, at_least=True)
ONE = Goal(must=0.15, aim=0.25, at_least=True)
SERVERS = {
    "threads": gunicorn("config.wsgi:application"),
    "ASGI": uvicorn("config.asgi:application"),
}

# The same guards, rule, rows and line of the ledger as one note through the API. No colon
# stands before a letter or digit: pgbench would take that for one of its variables.
SCRIPT = r"""
\set key random(1, 1000000000000000)
BEGIN;
SELECT moment FROM audit_begin('bench', '{member}', '{agency}', :key::bigint::text, sha256('same'));
SELECT * FROM incidents_incident i WHERE i.id = '{incident}' AND EXISTS (
    SELECT FROM incidents_participation p WHERE p.incident_id = i.id
    AND p.agency_id = '{agency}' AND p.status = 'accepted') FOR UPDATE;
INSERT INTO incidents_note
    (id, version, incident_id, agency_id, author, category, text, at, recorded_at)
    VALUES (gen_random_uuid(), 1, '{incident}', '{agency}', 'Member 0', 'OPS',
            'Two lines in, roof is holding.', now(), now());
SELECT * FROM audit_append(jsonb_build_array(jsonb_build_object(
    'stream', 'incident' || chr(58) || '{incident}', 'place', 0, 'kind', 'incidents.note_written',
    'agency', '{agency}', 'member', '{member}', 'body', '{body}',
    'images', '{{"note' || chr(58) || :key::bigint::text || '":{image}}}'
    )), '{member}', :key::bigint::text);
COMMIT;
"""
BODY = {
    "actor": {"name": "Member 0", "agency": "Agency 0 B123456", "seats": ["dispatcher"]},
    "because": "your agency is at this incident, and you are a dispatcher",
    "fact": {"incident": uuid.UUID(int=0), "note": uuid.UUID(int=0), "category": "OPS"},
}
IMAGE = {
    "owner": uuid.UUID(int=0),
    "agency_name": "Agency 0 B123456",
    "author": "Member 0",
    "at": "2026-01-01T00.00.00.000000+00.00",
    "recorded_at": "2026-01-01T00.00.00.000000+00.00",
    "category": "OPS",
    "text": "Two lines in, roof is holding.",
    "version": "1",
}


def measure(sizes: Sizes) -> Iterator[Figure]:
    spread = region.build(32, sizes.incidents)
    one = region.build(32)
    yield from _beside(sizes, spread, 8, SPREAD, f"8 clients, {sizes.incidents} incidents")
    yield from _beside(sizes, one, 32, ONE, "32 clients, one incident")


def _beside(sizes: Sizes, there: Region, clients: int, goal: Goal, where: str) -> Iterator[Figure]:
    """Each server and its limit in turn, as often as there are rounds."""
    for name, command in SERVERS.items():
        with serve(*command, DJANGO_SETTINGS_MODULE="config.settings") as server:
            posting = _posting(server.port, there, clients, sizes.seconds)
            per_second(posting)
            ours, limit = [], []
            for _ in range(sizes.rounds):
                ours.append(per_second(posting))
                limit.append(_pgbench(there, clients, sizes.seconds))
        rates = statistics.median(ours), statistics.median(limit)
        what = f"notes through the API, {name}, {where}"
        yield Figure(what, "/s", rates[0], "pgbench", rates[1], goal)


def _posting(port: int, there: Region, clients: int, seconds: float) -> Posting:
    paths = tuple(f"/api/v1/incidents/{incident.pk}/notes/" for incident in there.incidents)
    return Posting(port, there.bearers[:clients], paths, seconds)


def _pgbench(there: Region, clients: int, seconds: float) -> float:
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [
                *(str(postgres_programs() / "pgbench"), "--no-vacuum", "--protocol=prepared"),
                *(f"--client={clients}", "--jobs=2", f"--time={max(1, round(seconds))}"),
                *(f"--file={file}" for file in _scripts(there, Path(folder))),
                os.environ["DATABASE_URL"],
            ],
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | WALL_LESS,
        )
    found = re.search(r"tps = ([0-9.]+)", said.stdout)
    if found is None or said.returncode:
        raise RuntimeError(said.stdout + said.stderr)
    return float(found[1])


def _scripts(there: Region, folder: Path) -> Iterator[Path]:
    """One script for each incident; pgbench picks among them."""
    for place, incident in enumerate(there.incidents):
        file = folder / f"{place}.sql"
        file.write_text(
            SCRIPT.format(
                incident=incident.pk,
                agency=there.agencies[0].pk,
                member=there.members[0].pk,
                body=dumps(BODY).decode(),
                image=dumps(IMAGE).decode(),
            )
        )
        yield file
