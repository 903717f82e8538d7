"""The server is killed with -9; clients try again with their key, and boards with their cursor."""

from __future__ import annotations

from tests.faults import checks
from tests.faults.boards import Board, bearer
from tests.faults.conftest import Figures
from tests.faults.places import Place
from tests.faults.rig import Rig
from tests.faults.waiting import until
from tests.faults.wires import cut_before_the_answer
from tests.faults.writers import Operation, Writers, post


def test_a_client_that_lost_the_answer_hears_it_when_it_asks_again(rig: Rig, incident: str) -> None:
    rig.start(rig.web)
    dora, note = rig.stage.tokens["dora"], Operation("Roof is gone.")
    with cut_before_the_answer(rig.place.port, then=lambda: rig.kill(rig.web)) as broken:
        post(Place(broken), incident, dora, note)
    assert note.unknown == 1
    [(_, written)] = rig.ask(checks.NOTES, incident)

    rig.start(rig.web)
    post(rig.place, incident, dora, note)

    assert note.answer is not None
    assert note.answer["note"] == written
    checks.every_write_counts_once(rig, incident, [note])


def test_writers_and_boards_outlive_a_server_that_is_killed(
    rig: Rig, incident: str, figures: Figures
) -> None:
    rig.start(rig.web)
    dora, dev = (bearer(rig.stage.tokens[name]) for name in ("dora", "dev"))
    with Board(rig.place, incident, dora) as hers, Board(rig.place, incident, dev) as his:
        with Writers(rig.place, incident, rig.stage.tokens) as writers:
            until(lambda: writers.beyond(30), "notes are written")
            rig.kill(rig.web)
            rig.start(rig.web)
            until(lambda: writers.beyond(60), "notes are written again")

        checks.boards_agree(hers, his)
        checks.every_write_counts_once(rig, incident, writers.history)
        checks.no_stream_has_a_gap(rig)
        assert hers.joined == his.joined == 2
        figures(kills=1, **writers.figures())
