"""What changed between two texts, word by word, as people read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.meaning import meaning
from agencies.texts import AgreementText, ClauseText

WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
SENTENCES: Final = re.compile(r"[^.;\n]*[.;\n]+\s*|[^.;\n]+")
MOST_STEPS: Final = 4_000_000  # beyond that, sentences are compared and not words


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went out (``del``) or came in (``ins``)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a text, before and after: its own words, or a clause."""

    label: str
    change: str  # same, changed, added, removed
    pieces: tuple[Piece, ...]
    effects: tuple[Piece, ...] = ()  # what Muster does because of it, where that changed
    clause: UUID | None = None  # the one that is changed or struck, or is new


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both, each marked by where it stands."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if len(old) * len(new) > MOST_STEPS:
        old, new = SENTENCES.findall(before), SENTENCES.findall(after)
    return tuple(_pieces(old, new))


def differences(before: AgreementText, after: AgreementText) -> tuple[Part, ...]:
    """Every part of two texts, in the order of the later one; what was struck comes last."""
    parts = [_part(label, old, new) for label, old, new in _own_words(before, after)]
    parts.extend(_sections(before, after))
    earlier = {clause.number: clause for clause in before.clauses}
    for clause in after.clauses:
        parts.append(_clause(earlier.pop(clause.number, None), clause))
    parts.extend(_clause(clause, None) for clause in earlier.values())
    return tuple(part for part in parts if part.pieces)


def amended(text: AgreementText) -> tuple[Part, ...]:
    """What an amendment does to each clause that it touches, beside the words as they were."""
    if text.amended is None:
        return ()
    undone = {one.put: one.clause for one in text.undone if one.put}
    struck = [one.clause for one in text.undone if one.put is None]
    return (
        *(_clause(undone.get(clause.id), clause) for clause in text.clauses),
        *(_clause(clause, None) for clause in struck),
    )


def _own_words(before: AgreementText, after: AgreementText) -> Iterator[tuple[str, str, str]]:
    yield _("Title"), before.details.title, after.details.title
    yield _("Purpose"), before.details.purpose, after.details.purpose
    yield _("Scope"), before.details.scope, after.details.scope
    yield _("Term"), _term(before), _term(after)
    yield _("Signing"), str(before.details.effect.label), str(after.details.effect.label)
    yield _("Parties"), _parties(before), _parties(after)
    yield _("Attachments"), _files(before), _files(after)


def _term(text: AgreementText) -> str:
    said = text.details
    ends = f"{said.expires_at:%Y-%m-%d %H:%M %Z}" if said.expires_at else _("no end")
    return _("%(begins)s – %(ends)s, %(days)d days of notice, renews by %(months)d months") % {
        "begins": f"{said.effective_at:%Y-%m-%d %H:%M %Z}",
        "ends": ends,
        "days": said.notice_days,
        "months": said.renews_months,
    }


def _parties(text: AgreementText) -> str:
    return "; ".join(f"{one.code}: {one.signatory_title} {one.authority}" for one in text.parties)


def _sections(before: AgreementText, after: AgreementText) -> Iterator[Part]:
    old, new = (
        {one.number: f"{one.heading}\n{one.text}" for one in text.sections}
        for text in (before, after)
    )
    for number in dict.fromkeys((*new, *old)):
        part = _part(_("Section %s") % number, old.get(number, ""), new.get(number, ""))
        change = "added" if number not in old else "removed" if number not in new else part.change
        yield Part(label=part.label, change=change, pieces=part.pieces)


def _files(text: AgreementText) -> str:
    return "; ".join(f"{one.title}: {one.file_hash}" for one in text.attachments)


def _clause(before: ClauseText | None, after: ClauseText | None) -> Part:
    there = after or before
    if there is None:
        raise LookupError("a clause of neither text")
    part = _part(_("Clause %s") % there.number, _worded(before), _worded(after))
    old, new = _effects(before), _effects(after)
    change = "added" if before is None else "removed" if after is None else part.change
    return Part(
        label=part.label,
        change="changed" if change == "same" and old != new else change,
        pieces=part.pieces,
        effects=compared(old, new) if old != new else (),
        clause=(before or there).id,
    )


def _worded(clause: ClauseText | None) -> str:
    return f"{clause.heading}\n{clause.text}" if clause else ""


def _effects(clause: ClauseText | None) -> str:
    return "\n".join(meaning(clause)) if clause else ""


def _part(label: str, before: str, after: str) -> Part:
    change = "same" if before == after else "changed"
    return Part(label=label, change=change, pieces=compared(before, after))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Words that changed in a row stand together: who reads a space between them as kept?"""
    for same, i, j, k, m in _runs(old, new):
        if same:
            yield Piece("same", "".join(old[i:j]))
            continue
        if j > i:
            yield Piece("del", "".join(old[i:j]))
        if m > k:
            yield Piece("ins", "".join(new[k:m]))


def _runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    """What stayed and what did not, in turn; a blank between two changes changes with them."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    runs: list[tuple[bool, int, int, int, int]] = []
    for n, (kind, i, j, k, m) in enumerate(steps):
        between = 0 < n < len(steps) - 1 and not "".join(old[i:j]).strip()
        same = kind == "equal" and not between
        if runs and not same and not runs[-1][0]:
            runs[-1] = (False, runs[-1][1], j, runs[-1][3], m)
        else:
            runs.append((same, i, j, k, m))
    return runs
