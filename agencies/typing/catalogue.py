"""Kinds of resources and their types, as NIMS typing and local custom name them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

Family = Literal[
    "Personnel",
    "Team",
    "Equipment",
    "Aircraft",
    "Vehicle",
    "Unit",
    "Crew",
    "Facility",
    "Task Force",
]
Card = Literal[
    "crew", "engine", "helicopter", "personnel", "fixed-wing", "equipment", "misc", "generic"
]
Letter = Literal["A", "C", "E", "O", "S"]

HERE: Final = Path(__file__).parent

# The first number of an RTLT id is its discipline.
DISCIPLINES: Final = MappingProxyType(
    {
        "0": "Prevention",
        "1": "Animal Emergency Response",
        "2": "Incident Management",
        "3": "Emergency Medical Services",
        "4": "Fire/Hazardous Materials",
        "5": "Communications",
        "6": "Law Enforcement Operations",
        "7": "Public Works",
        "8": "Search and Rescue",
        "9": "Mass Care Services",
        "10": "Emergency Management",
        "11": "Logistics and Transportation",
        "12": "Medical and Public Health",
        "13": "Cybersecurity",
        "14": "Geographic Info Systems and Info Technology",
        "21": "Damage Assessment",
        "23": "Emergency Operations Center (EOC)",
    }
)

# An agency may order otherwise; these are what the family means unless the record says more.
CUSTOM: Final[Mapping[Family, tuple[Card, Letter]]] = MappingProxyType(
    {
        "Personnel": ("personnel", "O"),
        "Team": ("crew", "C"),
        "Equipment": ("equipment", "E"),
        "Aircraft": ("fixed-wing", "A"),
        "Vehicle": ("equipment", "E"),
        "Unit": ("equipment", "E"),
        "Crew": ("crew", "C"),
        "Facility": ("generic", "S"),
        "Task Force": ("misc", "C"),
    }
)

KEYS: Final = frozenset(
    {"name", "family", "discipline", "card", "letter", "version", "note"}
    | {"types", "personnel", "all", "rows"}
)


class Misprint(ValueError):
    """A record of the catalogue does not read as one."""


@dataclass(frozen=True, slots=True)
class Type:
    """A level of capability within a kind; 1 is the most capable."""

    number: int
    personnel: int | None
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a resource is: the thing that an order names together with a type."""

    code: str
    name: str
    discipline: str
    family: Family
    order_letter: Letter
    card: Card
    version: str | None
    note: str
    types: tuple[Type, ...]

    @property
    def is_local(self) -> bool:
        """Whether it is local custom, not part of the national typing."""
        return self.code.startswith("LOCAL-")

    @property
    def typing(self) -> Literal["RTLT", "local"]:
        """Whose typing it is."""
        return "local" if self.is_local else "RTLT"

    def type(self, number: int) -> Type:
        """The type of that number; KeyError where the kind has no such type."""
        for one in self.types:
            if one.number == number:
                return one
        raise KeyError(f"{self.name} has no Type {number}")


def kind(code: str) -> Kind:
    """The kind with this code; KeyError where there is none."""
    return _catalogue()[code]


def kinds() -> tuple[Kind, ...]:
    """Every kind, national ones first, each file in the order in which it is written."""
    return tuple(_catalogue().values())


def search(text: str) -> tuple[Kind, ...]:
    """Kinds that hold every word of the text in code, name or discipline, best names first."""
    words = text.casefold().split()
    found = [one for one in kinds() if words and all(word in _index(one) for word in words)]
    return tuple(sorted(found, key=lambda one: (words[0] not in one.name.casefold(), one.name)))


def satisfies(offered_type: int | None, ordered_type: int | None, *, or_better: bool) -> bool:
    """Whether an offered type fills an order for another of the same kind (RULE-RES-05).

    None is untyped: an order without a type takes any, an untyped resource fills only
    such an order. A more capable type fills only where the requestor allows it, since
    it may be too wide for the road or too dear.
    """
    if ordered_type is None:
        return True
    if offered_type is None:
        return False
    return offered_type == ordered_type or (or_better and offered_type < ordered_type)


def _index(one: Kind) -> str:
    return f"{one.code} {one.name} {one.discipline}".casefold()


@cache
def _catalogue() -> Mapping[str, Kind]:
    files = sorted(HERE.glob("*.toml"), key=lambda path: (path.stem == "local", path.stem))
    found: dict[str, Kind] = {}
    for path in files:
        for code, record in tomllib.loads(path.read_text("utf-8")).items():
            if code in found:
                raise Misprint(f"{path.name}: {code} is already in another file")
            found[code] = _kind(code, record)
    return MappingProxyType(found)


def _kind(code: str, record: dict[str, Any]) -> Kind:
    if unknown := record.keys() - KEYS:
        raise Misprint(f"{code}: {', '.join(sorted(unknown))} is not a key of the catalogue")
    family = record["family"]
    if family not in CUSTOM:
        raise Misprint(f"{code}: there is no family {family}")
    card, letter = CUSTOM[family]
    return Kind(
        code=code,
        name=record["name"],
        discipline=record.get("discipline") or DISCIPLINES[code.split("-")[0]],
        family=family,
        order_letter=_one_of(Letter, record.get("letter", letter), code),
        card=_one_of(Card, record.get("card", card), code),
        version=record.get("version"),
        note=record.get("note", ""),
        types=tuple(_types(code, record)),
    )


def _one_of(words: Any, word: str, code: str) -> Any:
    if word not in get_args(words):
        raise Misprint(f"{code}: {word} is none of {', '.join(get_args(words))}")
    return word


def _types(code: str, record: dict[str, Any]) -> Iterator[Type]:
    personnel: Sequence[int] = record.get("personnel", ())
    rows: Sequence[Sequence[str]] = record.get("rows", ())
    count = record.get("types", len(personnel))
    if any(len(row) != count + 1 for row in rows):
        raise Misprint(f"{code}: a row does not have a cell for each of {count} types")
    for place in range(count):
        said = [f"{row[0]} {row[place + 1]}".strip() for row in rows if row[place + 1]]
        yield Type(
            number=place + 1,
            personnel=personnel[place] if place < len(personnel) else None,
            measures=(*record.get("all", ()), *said),
        )
