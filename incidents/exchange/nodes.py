"""An element of a message, with its place in words and what is said about it."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from lxml import etree

from . import texts
from .problems import Finding, Findings
from .times import UNREAD, NotAnInstant, instant

Choice = TypeVar("Choice", bound=StrEnum)

TOKEN_LENGTH = 300
TEXT_LENGTH = 50_000


class Node:
    """One element. What is wrong with it is told to the findings, under its path.

    The readers below answer with something of the right type even after a problem;
    the whole message is refused before any of it is used.
    """

    __slots__ = ("_admitted", "_children", "element", "findings", "name", "namespace", "path")

    def __init__(self, element: etree._Element, path: str, findings: Findings) -> None:
        self.element = element
        self.path = path
        self.findings = findings
        namespace, _, self.name = str(element.tag).rpartition("}")
        self.namespace = namespace[1:]
        self._children: tuple[Node, ...] | None = None
        self._admitted: dict[str, list[Node]] = {}

    @property
    def children(self) -> tuple["Node", ...]:
        """The child elements, made when first asked for: strangers are never gone into."""
        if self._children is None:
            self._children = tuple(self._numbered())
        return self._children

    def _numbered(self) -> Iterator["Node"]:
        """Each child element, with its number where its name repeats."""
        tags = [str(child.tag) for child in self.element]
        totals = Counter(tags)
        counted: Counter[str] = Counter()
        for child, tag in zip(self.element, tags, strict=True):
            path = f"{self.path}/{tag.rpartition('}')[2]}"
            if totals[tag] > 1:
                counted[tag] += 1
                path = f"{path}[{counted[tag]}]"
            yield Node(child, path, self.findings)

    @property
    def raw_text(self) -> str:
        return self.element.text or ""

    @property
    def value(self) -> str:
        """The text with white space around it removed."""
        return self.raw_text.strip()

    def problem(self, wrong: str, right: str = "") -> None:
        self.findings.problem(self._finding(wrong, right))

    def remark(self, wrong: str, right: str = "") -> None:
        self.findings.remark(self._finding(wrong, right))

    def _finding(self, wrong: str, right: str) -> Finding:
        line = self.element.sourceline
        return Finding(self.path, line if isinstance(line, int) else 0, wrong, right)

    def admit(self, child: "Node") -> None:
        """Let a child be found by its name: it stands where the standard has such a one.

        An element of the same name from another namespace is never admitted, so it
        cannot be read in place of the real one.
        """
        self._admitted.setdefault(child.name, []).append(child)

    def every(self, name: str) -> list["Node"]:
        return self._admitted.get(name, [])

    def one(self, name: str) -> "Node | None":
        return next(iter(self.every(name)), None)


def token(node: Node) -> str:
    """An identifier: compared byte by byte, so nothing invisible may hide in it."""
    value = node.value
    if hidden := texts.unseen(value):
        node.problem(f"It holds the invisible character {hidden}.", "Remove it.")
    if len(value) > TOKEN_LENGTH:
        node.problem(
            f"It has {len(value):,} characters.", f"Muster takes up to {TOKEN_LENGTH} here."
        )
    return value


def free_text(node: Node | None, longest: int = TEXT_LENGTH) -> str:
    """What people wrote for people; empty where the element is absent."""
    if node is None:
        return ""
    value = node.raw_text
    if len(value) > longest:
        node.problem(f"It has {len(value):,} characters.", f"Muster takes up to {longest:,} here.")
        return ""
    if texts.stacks_marks(value):
        node.problem("It stacks more than 30 accents on one letter.", "Remove them.")
        return ""
    return texts.shown(value)


def choice(node: Node, among: type[Choice]) -> Choice:
    """One of a closed list, written exactly so."""
    for member in among:
        if node.raw_text == member.value:
            return member
    options = texts.listed([member.value for member in among])
    node.problem(
        f"{texts.quoted(node.raw_text)} is not a value of {node.name}.", f"Write one of {options}."
    )
    return next(iter(among))


def moment(node: Node, *, strict: bool) -> datetime:
    """A time with its offset from UTC, as an aware datetime in UTC."""
    try:
        when = instant(node.value, strict=strict)
    except NotAnInstant as reason:
        node.problem(f"{texts.quoted(node.value)} is not a time that can be taken.", str(reason))
        return UNREAD
    if node.value.endswith("Z"):
        node.remark("The time ends in Z; the standard asks for -00:00.", "It was read as UTC.")
    return when
