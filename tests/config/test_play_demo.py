"""The demo played on a running server: an incident from the first call to the last unit home."""

from __future__ import annotations


class LiveServer: ...
