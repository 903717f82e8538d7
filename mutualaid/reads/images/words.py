"""Codes in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agencies.models import Declaration, Tier
from agencies.typing import catalogue
from mutualaid.lifecycle import DeclineReason, SolicitationStatus


def sentence(clause: Mapping[str, Any]) -> str:
    """A clause in one line: of which agreement, which, and about what."""
    return f"{clause['agreement_title']}, {clause['number']} {clause['heading']}"


def label(choice: TextChoices) -> str:
    """What a choice is called, in the language that is spoken."""
    return _label(choice, get_language())


@lru_cache(512, typed=True)  # choices of two sorts may be written alike and called differently
def _label(choice: TextChoices, language: str | None) -> str:
    return str(choice.label)


def kind_name(code: str) -> str:
    return catalogue.kind(code).name


def tier_label(tier: int | None) -> str:
    return "" if tier is None else str(Tier(tier).label)


def reason_label(reason: str) -> str:
    return label(DeclineReason(reason)) if reason else ""


def declaration_label(declaration: str) -> str:
    return label(Declaration(declaration)) if declaration else ""


def asked_label(status: str, offered: int) -> str:
    """How one who is asked stands; time runs out for answers, and for offers that were made."""
    if status == SolicitationStatus.EXPIRED and offered:
        return _("Offer lapsed")
    return label(SolicitationStatus(status))
