"""Which elements stand in which, in what order and how often."""

from dataclasses import dataclass, field

from . import texts
from .nodes import Node

MANY = 5_000
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


@dataclass(frozen=True, slots=True)
class Part:
    """One place in a sequence: an element name, how often, and its own shape if it has one."""

    name: str
    least: int = 0
    most: int = 1
    shape: "Shape | None" = None
    namespace: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The children of an element, in the order that the standard asks for.

    ``advice`` says for an element that people put here by mistake why it is wrong.
    Elements of a namespace that is not ``known`` are extensions and passed over.
    """

    namespace: str
    parts: tuple[Part, ...]
    known: frozenset[str]
    advice: dict[str, str] = field(default_factory=dict)

    def place(self, child: Node) -> int | None:
        """Which part of the sequence a child is, if any."""
        for position, part in enumerate(self.parts):
            if part.name == child.name and child.namespace == (part.namespace or self.namespace):
                return position
        return None


ANYTHING = Shape("", (), frozenset())
"""The shape of an element whose inside is another standard's, and is not judged."""


def check(node: Node, shape: Shape | None) -> None:
    """Tell everything in which an element differs from its shape, and its children too."""
    if shape is ANYTHING:
        return
    _check_attributes(node)
    if shape is None:
        _check_text_only(node)
        return
    _check_no_text(node)
    counts = _check_children(node, shape)
    _check_counts(node, shape, counts)


def _check_attributes(node: Node) -> None:
    for name in node.element.attrib:
        if not str(name).startswith(_XSI):
            node.remark(f"The attribute {texts.quoted(str(name))} was passed over.")


def _check_text_only(node: Node) -> None:
    if len(node.element):
        inner = node.children[0].name
        node.problem(
            f"The element {texts.quoted(inner)} stands where only text is allowed.",
            "Write a < in text as &lt;.",
        )


def _check_no_text(node: Node) -> None:
    loose = [node.raw_text, *(child.tail or "" for child in node.element)]
    for words in loose:
        if words.strip():
            node.problem(
                f"The text {texts.quoted(words.strip(), 30)} stands between elements.",
                "Put it into the element it belongs to, or remove it.",
            )
            return


def _check_children(node: Node, shape: Shape) -> list[int]:
    """Tell of strangers and of wrong order; admit and count what belongs here."""
    counts = [0] * len(shape.parts)
    reached = 0
    for child in node.children:
        place = shape.place(child)
        if place is None:
            _tell_stranger(node, child, shape)
            continue
        if place < reached:
            child.problem(
                f"{child.name} comes too late.", f"It stands before {shape.parts[reached].name}."
            )
        reached = max(reached, place)
        counts[place] += 1
        node.admit(child)
        check(child, shape.parts[place].shape)
    return counts


def _tell_stranger(node: Node, child: Node, shape: Shape) -> None:
    if child.name in shape.advice:
        child.problem(f"{child.name} does not belong in {node.name}.", shape.advice[child.name])
    elif child.namespace not in shape.known:
        child.remark(f"The element {texts.quoted(child.name)} of another standard was passed over.")
    else:
        expected = texts.listed([part.name for part in shape.parts])
        child.problem(
            f"{texts.quoted(child.name)} is not an element of {node.name}.",
            f"Expected are {expected}.",
        )


def _check_counts(node: Node, shape: Shape, counts: list[int]) -> None:
    for part, count in zip(shape.parts, counts, strict=True):
        if count < part.least:
            node.problem(f"{part.name} is missing.", f"Each {node.name} needs it.")
        if count > part.most:
            node.problem(
                f"{part.name} stands here {count} times.",
                f"Muster takes it up to {part.most:,} times.",
            )
