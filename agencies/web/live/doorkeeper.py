"""Letting in those who knock at the same moment with one question to the database.

After a broken link every tablet of an incident comes back at once. One by one, in
a few threads, they would wait for each other; together they cost hardly more than one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from agencies import knocks
from agencies.knocks import Admitted, Knock, Locked
from audit.actors import Actor


class Doorkeeper:
    """Gathers knocks while the ones before them are being looked at."""

    def __init__(self, in_database: Callable[..., Awaitable[Any]]) -> None:
        self._in_database = in_database
        self.knocked: set[Knock] = set()
        self.under_way: asyncio.Task[Admitted] | None = None
        self.next: asyncio.Task[Admitted] | None = None

    async def admit(self, knock: Knock) -> Actor | Locked | None:
        """The actor who knocked; nobody; or that their device is locked."""
        self.knocked.add(knock)
        if self.next is None:
            self.next = asyncio.create_task(self._look())
        return (await asyncio.shield(self.next)).get(knock)

    async def _look(self) -> Admitted:
        if self.under_way is not None:
            await asyncio.wait([self.under_way])
        self.under_way, self.next = self.next, None
        together, self.knocked = tuple(self.knocked), set()
        admitted: Admitted = await self._in_database(knocks.admit_knocks, together)
        return admitted
