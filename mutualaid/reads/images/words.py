"""Codes in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agencies.models import Tier
from agencies.typing import catalogue
from mutualaid.lifecycle import DeclineReason


def sentence(clause: Mapping[str, Any]) -> str:
    """A clause in one line: of which agreement, which, and about what."""
    return f"{clause['agreement_title']}, {clause['number']} {clause['heading']}"


def kind_name(code: str) -> str:
    return catalogue.kind(code).name


def tier_label(tier: int | None) -> str:
    return "" if tier is None else str(Tier(tier).label)


def reason_label(reason: str) -> str:
    return str(DeclineReason(reason).label) if reason else ""
