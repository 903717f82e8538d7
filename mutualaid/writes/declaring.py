"""What a requester says is declared, or activated, where help is needed."""

from __future__ import annotations

from dataclasses import dataclass

from agencies.models import Declaration
from audit.refusals import Refusal
from mutualaid.models import ResourceRequest
from mutualaid.writes import inputs

LEVELS = (None, 1, 2, 3)


class NoSuchDeclaration(Refusal):
    """Name what is declared, by whom, and under which number; or leave all of it empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What is declared where help is needed, by whom, and how far the operations center is up."""

    declaration: str = ""
    by: str = ""
    eoc_level: int | None = None


def declare(request: ResourceRequest, declared: Declared | None) -> None:
    """Keep what the requester says is declared; those who are asked read it, and who says so."""
    said = declared or Declared()
    known = said.declaration in {"", *Declaration.values} and said.eoc_level in LEVELS
    if not known or bool(said.declaration) != bool(inputs.text(said.by, 120)):
        raise NoSuchDeclaration
    request.declaration, request.declared_by = said.declaration, said.by
    request.eoc_level = said.eoc_level
