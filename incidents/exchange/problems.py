"""What is wrong with a message from outside, told so that its sender can put it right."""

from dataclasses import dataclass, field
from typing import Final

MOST_TOLD: Final = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about a message: where it stands, what is wrong, what would be right."""

    where: str
    line: int
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        place = f"{self.where} (line {self.line})" if self.line else self.where
        return " ".join(part for part in (f"{place}:", self.wrong, self.right) if part)


class Problems(Exception):
    """The message cannot be taken as it is; every problem that was found is told at once."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.found)


class Malformed(Problems):
    """The bytes are no XML that may be read; nothing was looked at further."""

    def __init__(self, wrong: str, right: str = "", line: int = 0) -> None:
        super().__init__((Finding("message", line, wrong, right),))


class NotReadHere(Problems):
    """The message is sound XML, but of a kind that this door does not take."""

    def __init__(self, where: str, wrong: str, right: str = "") -> None:
        super().__init__((Finding(where, 0, wrong, right),))


@dataclass(slots=True)
class Findings:
    """Gathers what is said about one message while it is read.

    Reading goes on after a problem, so that a sender hears of all of them at once;
    what was read never leaves before :meth:`settle` has found no problem.
    """

    problems: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)

    def problem(self, finding: Finding) -> None:
        """Note it; a message with very many problems is not worth reading to its end."""
        self.problems.append(finding)
        if len(self.problems) == MOST_TOLD:
            more = Finding("message", 0, "Reading stopped here; there may be more problems.")
            raise Problems((*self.problems, more))

    def remark(self, finding: Finding) -> None:
        if len(self.remarks) < MOST_TOLD:
            self.remarks.append(finding)

    def settle(self) -> tuple[Finding, ...]:
        """Refuse when anything is wrong; otherwise hand over the remarks."""
        if self.problems:
            raise Problems(tuple(self.problems))
        return tuple(self.remarks)
