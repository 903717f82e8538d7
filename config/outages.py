"""What has befallen the database, told from what went wrong with a request."""

from __future__ import annotations

from typing import Final

from django.db import DatabaseError, InterfaceError, OperationalError
from psycopg import errors

from audit.refusals import Refusal


class Unavailable(Refusal):
    """The database does not answer. Try again in a moment; nothing will be done twice."""


class NothingKept(Unavailable):
    """The database can keep nothing at the moment. Nothing was done; try again later."""


# What a full disk says, and a server that became a standby or was closed to changes.
FULL: Final = (errors.DiskFull, errors.ReadOnlySqlTransaction)


def outage(wrong: BaseException | None) -> Unavailable | None:
    """The refusal to answer with, if it is the database that failed and not ourselves."""
    if isinstance(wrong, DatabaseError) and isinstance(wrong.__cause__, FULL):
        return NothingKept()
    return Unavailable() if isinstance(wrong, OperationalError | InterfaceError) else None
