"""Rungs whose time runs out, and what became of them: each lapsed once, the next asked once."""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults.rig import Rig

FRESH = """
    SELECT id::text FROM mutualaid_rung
    WHERE status = 'asked' AND position = 1 AND due_at > now() + interval '1 hour'
    ORDER BY id LIMIT %s
"""
ASKS_END = """
    UPDATE mutualaid_solicitation SET asked_at = now() - interval '1 hour', due_at = now()
    WHERE rung_id = ANY(%s::uuid[])
"""
RUNGS_END = """
    UPDATE mutualaid_rung
    SET asked_at = now() - interval '1 hour', remind_at = now(), due_at = now()
    WHERE id = ANY(%s::uuid[])
"""
LAPSED = "SELECT count(*) FROM mutualaid_rung WHERE id = ANY(%s::uuid[]) AND status = 'lapsed'"
NEXT = """
    SELECT count(*) FROM mutualaid_rung r JOIN mutualaid_rung above
        ON above.line_id = r.line_id AND above.position = r.position + 1
    WHERE r.id = ANY(%s::uuid[]) AND above.status = 'asked'
"""
TOLD = """
    SELECT e.kind, count(*), count(DISTINCT t.body::jsonb->'fact'->>'rung') FROM audit_entry e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %s AND e.kind = ANY(%s) GROUP BY e.kind
"""
LATE = """
    SELECT extract(epoch FROM e.recorded_at - r.due_at)::float FROM audit_entry e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    JOIN mutualaid_rung r ON r.id = (t.body::jsonb->'fact'->>'rung')::uuid
    WHERE e.kind = 'mutualaid.rung_lapsed' AND e.stream_id = %s AND r.id = ANY(%s::uuid[])
    ORDER BY 1
"""
STEPS = ["mutualaid.rung_lapsed", "mutualaid.rung_asked", "mutualaid.rung_reminded"]


@dataclass
class Ladders:
    """Some lines of which the first rung's time has run out, all at the same moment."""

    rig: Rig
    rungs: list[str]

    @property
    def climbed(self) -> int:
        return int(self.rig.ask(LAPSED, self.rungs)[0][0])

    @property
    def stream(self) -> str:
        return f"incident:{self.rig.stage.fire}"

    def all_climbed(self) -> bool:
        return self.climbed == len(self.rungs)

    def climbed_beyond(self, least: int) -> bool:
        return self.climbed > least

    def lateness(self) -> list[float]:
        """How many seconds late each was, the least late first."""
        return [late for (late,) in self.rig.ask(LATE, self.stream, self.rungs)]

    def late(self) -> str:
        late = self.lateness()
        return f"{late[len(late) // 2]:.1f} to {late[-1]:.1f} s"

    def each_climbed_once(self) -> None:
        """C5: each lapsed once, was told once, and its next rung was asked once."""
        assert self.rig.ask(NEXT, self.rungs) == [(len(self.rungs),)]
        assert len(self.lateness()) == len(self.rungs), "told more or less often than it was"
        for kind, lines, rungs in self.rig.ask(TOLD, self.stream, STEPS):
            assert lines == rungs, f"{kind} was told twice of one rung"


def time_runs_out(rig: Rig, how_many: int) -> Ladders:
    """Let the time of this many fresh rungs end now."""
    rungs = [rung for (rung,) in rig.ask(FRESH, how_many)]
    assert len(rungs) == how_many, "the stage has no more fresh rungs"
    rig.ask(ASKS_END, rungs)
    rig.ask(RUNGS_END, rungs)
    return Ladders(rig, rungs)
