"""How an embedded part says that it cannot start."""

from __future__ import annotations


class CannotStart(Exception):
    """An embedded part does not start: why, and the way out."""

    def __init__(self, why: str, way_out: str) -> None:
        super().__init__(f"{why}\n  Way out: {way_out}")


def explained(what: str, said: str) -> CannotStart:
    """Turn a program's last words into a sentence that a person can act on."""
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return CannotStart(
            f"{what} found no room on the disk.",
            "free some space and start again; a half-finished start mends itself.",
        )
    if "Read-only file system" in said or "Permission denied" in said:
        return CannotStart(
            f"{what} may not write to its folder: {_last_line(said)}",
            "check who owns the folder .muster, or remove it to begin again with empty data.",
        )
    return CannotStart(
        f"{what} stopped while starting: {_last_line(said)}",
        "read the rest in its log; without its data you can begin again: rm -r .muster",
    )


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error" in line]
    return (telling or lines or ["it said nothing"])[-1]
