"""Python's collector of garbage, in a server that lives long."""

from __future__ import annotations

import gc


def keep_what_is_loaded() -> None:
    """Say that whatever is loaded by now stays: nobody waits while the collector walks it."""
    gc.collect()
    gc.freeze()
