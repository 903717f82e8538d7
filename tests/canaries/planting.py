"""Words that betray a leak: texts of an agency's rows carry one from the moment they are saved.

A canary names whose row it stands in, what of the row, and the category that its sheet
gives it. Whoever hears one therefore knows by itself whether it was theirs to hear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import Any, Final
from unittest.mock import patch

from django.db.models import Model

from audit import saving
from tests.canaries.texts import AS_WRITTEN, TEXTS, WITHOUT

SONG: Final = re.compile(rb"canary\.([0-9a-f]{8})\.([A-Za-z-]+)\.([a-z]+\.[a-z_]+)")


@contextmanager
def planted(*, everywhere: bool = False) -> Iterator[None]:
    """While it lasts, new rows carry canaries: in texts that they leave empty, or in every one."""
    plainly = saving._values

    def with_canaries(row: Model, columns: Any, *, add: bool) -> Iterable[Any]:
        if add:
            plant(row, everywhere=everywhere)
        return plainly(row, columns, add=add)

    with patch.object(saving, "_values", with_canaries):
        yield


def plant(row: Model, *, everywhere: bool) -> None:
    for column in row._meta.concrete_fields:
        name, said = f"{row._meta.model_name}.{column.name}", getattr(row, column.attname)
        if name in TEXTS if everywhere and said else name in WITHOUT and said == "":
            sung = f"{said} {canary(name, row)}".strip()
            if len(sung) <= (column.max_length or len(sung)):
                setattr(row, column.attname, sung)


def canary(of: str, row: Model) -> str:
    way, category = TEXTS[of]
    owner: Any = reduce(getattr, way.split("."), row)
    said: Any = getattr(row, category) if category == AS_WRITTEN else category
    return f"canary.{str(owner)[:8]}.{said}.{of}"
