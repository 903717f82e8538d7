"""Sheets: which field of a row is shown to whom, and on what ground.

A *sheet* is laid over a row before anybody outside the agency that owns it sees
it. Every field has a data category; a viewer holds categories by ownership, by
being at the incident, or by a clause in force. A field that nobody placed in a
sheet is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from agencies.categories import HIDDEN_ALTOGETHER, OF_PARTICIPANTS, Category
from agencies.grants import Grant, Grants, Viewer, granted, widened
from agencies.masking import partly
from audit import looks
from audit.bounds import within
from audit.openings import opening

Row = Mapping[str, Any]
Placed = Category | Callable[[Row], Category]

STRUCTURE: Final = ("owner", "version")

BETWEEN: Final = opening("between", "it is between your two agencies")
NAMED: Final = opening("named", "you are named as a recipient")


class Sheet:
    """The categories of a row's fields, and of its very existence.

    ``exists`` and each field name a category, or a function from the row to one
    (a note's text is what its author said it is). ``between`` names the field that
    holds a second agency: what is internal to the two is shown to both of them.
    """

    def __init__(
        self, *, exists: Placed = Category.OPS, between: str = "", **fields: Placed
    ) -> None:
        self.exists = exists
        self.between = between
        self.fixed = {name: said for name, said in fields.items() if isinstance(said, Category)}
        self.by_row = {name: said for name, said in fields.items() if callable(said)}

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(self.fixed) | frozenset(self.by_row) | frozenset(STRUCTURE)

    def categories(self, row: Row) -> dict[str, Category]:
        """The category of every field of this row."""
        return self.fixed | {name: said(row) for name, said in self.by_row.items()}


SHEETS: dict[tuple[str, str], Sheet] = {}
# Kinds of row in streams that tell of what is real and of what is exercised; each has its mode.
OF_EITHER_MODE: set[tuple[str, str]] = set()


def lay(sheet: Sheet, *, on: str, over: str, of_either_mode: bool = False) -> Sheet:
    """Say which sheet lies over a kind of row in a sort of stream."""
    SHEETS[on, over] = sheet
    if of_either_mode:
        OF_EITHER_MODE.add((on, over))
    return sheet


def drawn(sort: str, key: str, row: Row | None, grants: Grants) -> dict[str, Any] | None:
    """A row as the viewer may see it; nothing where even its existence is withheld.

    What is shown of another agency's row is noted for the access record.
    """
    if row is None:
        return None
    sheet, grant = _held(sort, key, row, grants)
    if grant is None or _hidden(sheet, row, grant):
        return None
    shown = _masked(sheet, row, grant)
    looks.current().shown(_owner(row["owner"]), key, grant.opened(shown.pop("", frozenset())))
    return shown


def known(sort: str, key: str, row: Row, grants: Grants) -> bool:
    """Whether the viewer may know that there is such a row. To ask is not to look."""
    sheet, grant = _held(sort, key, row, grants)
    return grant is not None and not _hidden(sheet, row, grant)


def _held(sort: str, key: str, row: Row, grants: Grants) -> tuple[Sheet, Grant | None]:
    """The sheet over this row, and what the viewer holds of it; nothing of what is not theirs
    to come upon, for whom they were let in.
    """
    laid = sort, key.partition(":")[0]
    sheet = SHEETS[laid]
    if grants.bound and laid in OF_EITHER_MODE and not within(grants.bound, row.get("mode")):
        return sheet, None
    return sheet, _grant(sheet, key, row, grants)


def _grant(sheet: Sheet, key: str, row: Row, grants: Grants) -> Grant | None:
    """What the viewer holds of this row; nothing where its owner keeps it from them."""
    if key in grants.shut:
        return None
    grant = grants.of(_owner(row["owner"]))
    if row.get("recipients"):
        return _named(sheet, row, grants, grant)
    second = row.get(sheet.between) if sheet.between else None
    if second is None or _owner(second) != grants.viewer:
        return grant
    return widened(grant, Category.OWN, BETWEEN)


def _named(sheet: Sheet, row: Row, grants: Grants, grant: Grant) -> Grant | None:
    """What is for named people is shown to those, as far as the law lets it, and to no others."""
    if grants.member is None or str(grants.member) not in map(str, row["recipients"]):
        return None
    placed = frozenset(sheet.categories(row).values()) - grants.law - {Category.OWN}
    for category in sorted(placed - grant.categories):
        grant = widened(grant, category, NAMED)
    return grant


def _hidden(sheet: Sheet, row: Row, grant: Grant) -> bool:
    exists = sheet.exists if isinstance(sheet.exists, Category) else sheet.exists(row)
    return exists in HIDDEN_ALTOGETHER and not grant.knows_of(exists)


@lru_cache(maxsize=1024)
def _owner(said: UUID | str) -> UUID:
    """Images name the same few agencies over and over, as text."""
    return UUID(str(said))


def _masked(sheet: Sheet, row: Row, grant: Grant) -> dict[str, Any]:
    """The row's placed fields, each shown or marked as withheld; under ``""`` what was shown."""
    open_fields, shut_fields, categories = _plan(sheet, grant.categories)
    drawn_row: dict[str, Any] = {name: row.get(name) for name in open_fields}
    for name, said in shut_fields:
        drawn_row[name] = _kept_back(row, name, said, grant)
    for name, placed in sheet.by_row.items():
        category = placed(row)
        if category in grant.categories:
            drawn_row[name] = row.get(name)
            categories |= {category.value}
        else:
            drawn_row[name] = _kept_back(row, name, category, grant)
    if grant.partial:
        partial = grant.partial & frozenset(sheet.categories(row).values())
        categories |= {category.value for category in partial}
    drawn_row[""] = categories
    return drawn_row


def _kept_back(row: Row, name: str, category: Category, grant: Grant) -> Any:
    """What stands where a field is not shown whole."""
    shown = partly(row.get(name)) if category in grant.partial else None
    return {"withheld": category.value} if shown is None else shown


@lru_cache(maxsize=1024)
def _plan(
    sheet: Sheet, held: frozenset[Category]
) -> tuple[tuple[str, ...], tuple[tuple[str, Category], ...], frozenset[str]]:
    """Which fixed fields are open and which are shut, worked out once per set of categories."""
    shown = tuple(name for name, said in sheet.fixed.items() if said in held)
    shut = tuple((name, said) for name, said in sheet.fixed.items() if said not in held)
    categories = frozenset(sheet.fixed[name].value for name in shown)
    return (*STRUCTURE, *shown), shut, categories


def participants(said: str, sort: str = "there") -> Grant:
    """What being there grants, for the reason given."""
    return granted(OF_PARTICIPANTS, sort, said)


Grantor = Callable[[frozenset[Viewer], UUID], Mapping[Viewer, Grants]]
GRANTORS: dict[str, Grantor] = {}


def grants_on(sort: str) -> Callable[[Grantor], Grantor]:
    """Register what viewers hold on one sort of stream.

    The function is given all who look at one moment and the stream's own subject
    (an incident, an agency); who may not look at all is missing from its answer.
    """

    def register(grantor: Grantor) -> Grantor:
        GRANTORS[sort] = grantor
        return grantor

    return register


RESOURCE: Final = lay(
    Sheet(
        id=Category.OPS,
        call_sign=Category.OPS,
        kind_code=Category.OPS,
        kind_name=Category.OPS,
        card=Category.OPS,
        type=Category.OPS,
        personnel=Category.OPS,
        home_base=Category.OPS,
        status=Category.OPS,
        reason=Category.OWN,
        back_at=Category.OPS,
    ),
    on="agency",
    over="resource",
)

AGREEMENT: Final = lay(
    Sheet(
        id=Category.OPS,
        title=Category.OPS,
        instrument=Category.OPS,
        tier=Category.OPS,
        status=Category.OPS,
        effective_at=Category.OPS,
        expires_at=Category.OPS,
        effect=Category.OPS,
        text_hash=Category.OPS,
        sealed_at=Category.OPS,
        parties=Category.OPS,
    ),
    on="agency",
    over="agreement",
)
