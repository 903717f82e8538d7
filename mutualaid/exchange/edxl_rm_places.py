"""Places and people as EDXL-RM writes them: words, xAL addresses, GML points, xPIL parties."""

from collections.abc import Iterator
from typing import Final

from incidents.exchange import places, texts
from incidents.exchange.nodes import Node, free_text
from incidents.exchange.places import Point

from .edxl_rm_request import Place

_POSITIONS: Final = frozenset({"pos", "posList", "lowerCorner", "upperCorner"})
_LINE_LENGTH: Final = 2_000


def place(node: Node | None) -> Place | None:
    """A location; the standard leaves all three ways open but asks for one of them."""
    if node is None:
        return None
    found = Place(
        description=free_text(node.one("LocationDescription"), _LINE_LENGTH),
        address=_address(node.one("Address")),
        point=_point(node.one("TargetArea")),
    )
    if not (found.description or found.address or found.point or node.every("TargetArea")):
        node.problem(
            f"{node.name} says nothing.", "Give LocationDescription, Address or TargetArea."
        )
    return found


def inside(node: Node) -> Iterator[Node]:
    """Every element below this one, in the order in which they are written."""
    for child in node.children:
        yield child
        yield from inside(child)


def _address(node: Node | None) -> str:
    """An address in one line, for people to read."""
    if node is None:
        return ""
    parts = [free_text(each, _LINE_LENGTH) or _code(each) for each in inside(node)]
    line = ", ".join(part for part in parts if part)
    if len(line) > _LINE_LENGTH:
        node.problem(f"The address has {len(line):,} characters.", "Write one address.")
        return ""
    return line


def _code(node: Node) -> str:
    """A country or state that is given only as a code in an attribute."""
    coded = [str(value) for name, value in node.element.attrib.items() if _is_code(str(name))]
    return texts.shown(coded[0][:20]) if coded and not node.children else ""


def _is_code(name: str) -> bool:
    return name.rpartition("}")[2] == "NameCode"


def _point(node: Node | None) -> Point | None:
    """The middle of a GML figure; GML in EDXL writes latitude before longitude."""
    if node is None:
        return None
    figures = [
        figure for each in inside(node) if each.name in _POSITIONS for figure in each.value.split()
    ]
    if not figures or len(figures) % 2 or len(figures) > 2 * places.MOST_POINTS:
        node.problem("TargetArea has no pairs of coordinates.", "Write pos as 38.47 -120.14.")
        return None
    try:
        corners = [
            places.point(north, east)
            for north, east in zip(figures[::2], figures[1::2], strict=True)
        ]
    except places.NotAPlace as reason:
        node.problem("TargetArea cannot be drawn.", str(reason))
        return None
    dots = tuple(places.Circle(corner, 0.0) for corner in corners)
    return places.middle((), dots)
