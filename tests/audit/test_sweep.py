"""Work that is due is carried out, whatever is wrong with other work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from audit import sweeps

pytestmark = pytest.mark.django_db


@pytest.fixture
def due() -> Iterator[list[str]]:
    """What was carried out of three sorts of work, the second of which is broken."""
    done: list[str] = []
    before = dict(sweeps.SWEEPS)
    sweeps.SWEEPS.clear()

    def carried_out(name: str) -> int:
        if name == "broken":
            raise ZeroDivisionError
        done.append(name)
        return 1

    for name in ("first", "broken", "last"):
        sweep = sweeps.Sweep(name, lambda name=name: carried_out(name), lambda: None)
        sweeps.SWEEPS[name] = sweep
    yield done
    sweeps.SWEEPS.clear()
    sweeps.SWEEPS.update(before)


def test_what_is_broken_holds_up_nothing_else(due: list[str]) -> None:
    assert sweeps.sweep_once() == 2

    assert due == ["first", "last"]
