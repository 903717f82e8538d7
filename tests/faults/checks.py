"""What must hold after any fault: nothing lost, nothing twice, no gap, everybody sees the same."""

from __future__ import annotations

from collections.abc import Iterable

from config.processes import manage
from tests.faults.boards import Board
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.writers import Operation

CONVERGE_WITHIN = 45

NOTES = "SELECT text, id::text FROM incidents_note WHERE incident_id = %s"
NOTE_FACTS = """
    SELECT t.body::jsonb->'fact'->>'note' FROM audit_entry e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.kind = 'incidents.note_written' AND e.stream_id = 'incident:' || %s
"""
GAPS = """
    SELECT s.key FROM audit_stream s LEFT JOIN audit_entry e ON e.stream_id = s.key
    GROUP BY s.key, s.head_seq
    HAVING count(e.seq) <> s.head_seq OR max(e.seq) <> s.head_seq OR min(e.seq) <> 1
"""


def every_write_counts_once(rig: Rig, incident: str, history: Iterable[Operation]) -> None:
    """C1 and C2: what was acknowledged is stored, each key had one effect and one answer."""
    stored = rig.ask(NOTES, incident)
    told = [note for (note,) in rig.ask(NOTE_FACTS, incident)]
    by_text = dict(stored)
    wanted = {operation.text: operation for operation in history}
    lost = [
        text
        for text, one in wanted.items()
        if one.answer and by_text.get(text) != one.answer["note"]
    ]
    assert not lost, "acknowledged, and not there"
    assert len(by_text) == len(stored), "one key had two effects"
    assert by_text.keys() <= wanted.keys(), "there is what nobody wrote"
    assert sorted(told) == sorted(by_text.values()), "the ledger tells it otherwise"


def no_stream_has_a_gap(rig: Rig) -> None:
    """C4: every stream is numbered from one to its head."""
    assert rig.ask(GAPS) == []


def the_ledger_holds(rig: Rig) -> None:
    """No gap, and every line's hash follows from the line before."""
    no_stream_has_a_gap(rig)
    assert "hold" in rig.run(manage("verify_ledger"))


def boards_agree(*boards: Board) -> None:
    """C3: every open board comes to show what a fresh one shows, without a reload."""
    try:
        until(lambda: all(board.agrees() for board in boards), "the boards agree", CONVERGE_WITHIN)
    except AssertionError as late:
        raise AssertionError("; ".join(board.told() for board in boards)) from late
    assert [board.resets for board in boards] == [1] * len(boards), "a board had to start again"
