"""A clause as its form would have been filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from agencies.areas import Place
from agencies.details import Wording
from agencies.standing_terms import AutoAidTerms
from agencies.terms import (
    Answer,
    RequestTerms,
    ResponseTerms,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)
from agencies.web.share_forms import as_shared

MINUTE = 60


def as_filled_in(wording: Wording) -> dict[str, Any]:
    """A clause as its form would have been filled in."""
    return {
        "number": wording.number,
        "heading": wording.heading,
        "text": wording.text,
        "giver": wording.giver,
        "receiver": wording.receiver,
        "binds_beyond": wording.survives,
        **_terms(wording.terms),
    }


def _terms(terms: Terms) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    match terms:
        case SupplyTerms(supplies=supplies):
            for n, said in enumerate(supplies, 1):
                filled |= _supply(n, said)
        case ResponseTerms(answers=answers):
            for answer in answers:
                filled |= _answer(answer)
        case ShareTerms():
            filled = as_shared(terms)
        case AutoAidTerms(first_due=first_due, area=area):
            lines = {"first_due": "\n".join(first_due), "area": _corners(area)}
            filled = _by_name(terms) | lines
        case RequestTerms(area=area):
            filled = _by_name(terms) | {"area": _corners(area)}
        case _:
            filled = _by_name(terms)
    return filled


def _by_name(terms: Terms) -> dict[str, Any]:
    return {one.name: getattr(terms, one.name) for one in fields(terms)}


def _corners(area: Sequence[Place]) -> str:
    return "\n".join(f"{latitude}, {longitude}" for latitude, longitude in area)


def _supply(n: int, said: Supply) -> dict[str, Any]:
    return {
        f"kind_{n}": said.kind,
        f"type_{n}": said.type,
        f"most_{n}": said.max_quantity,
        f"floor_{n}": said.drawdown_floor,
        f"hours_{n}": said.max_hours,
        f"commitment_{n}": said.commitment,
    }


def _answer(said: Answer) -> dict[str, Any]:
    return {
        f"minutes_{said.priority}": said.seconds / MINUTE,
        f"seen_{said.priority}": said.acknowledge_seconds and said.acknowledge_seconds / MINUTE,
        f"there_{said.priority}": said.arrival_seconds and said.arrival_seconds / MINUTE,
        "counted_from": said.arrival_counted_from,
    }
