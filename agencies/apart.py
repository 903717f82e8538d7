"""Programs of their own for what strangers gave: none for long, and few at a time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from audit.refusals import Refusal

# In one process of the pages' server. Each may take a gigabyte, and a core for ten seconds.
AT_A_TIME: Final = 2
PATIENCE: Final = 10
turns: Final = BoundedSemaphore(AT_A_TIME)


class OthersFirst(Refusal):
    """Other files are being read or printed just now. Try again in a moment."""


class TookTooLong(Exception):
    """The program was ended before it was done."""


def run_apart(
    program: Path, *said: str, given: bytes, seconds: int, threads: int = 1
) -> subprocess.CompletedProcess[bytes]:
    """What a program of ours made of bytes; it knows nothing else, not where the database is.

    Refused where others keep the machine busy for longer than ten seconds.
    """
    if not turns.acquire(timeout=PATIENCE):
        raise OthersFirst
    try:
        return subprocess.run(
            _command(program, said),
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={"RAYON_NUM_THREADS": str(threads)},
        )
    except subprocess.TimeoutExpired as late:
        raise TookTooLong from late
    finally:
        turns.release()


def _command(program: Path, said: Sequence[str]) -> list[str]:
    return [sys.executable, "-I", str(program), *said]
