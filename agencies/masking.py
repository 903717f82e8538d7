"""Part of a value: enough to tell two apart, not enough to know (RULE-PRIV-03)."""

from __future__ import annotations

import re
from typing import Any

LONGEST_PART = 120
LAST_DIGITS = 2
FEWEST_DIGITS = 4


def partly(value: Any) -> str | None:
    """A name's initials, a number's last digits; nothing where a part would say too much.

    What is no short text, such as a place or a paragraph, has no part that is harmless.
    """
    if not isinstance(value, str) or not value or len(value) > LONGEST_PART:
        return None
    digits = re.sub(r"\D", "", value)
    if len(digits) >= FEWEST_DIGITS:
        return f"…{digits[-LAST_DIGITS:]}"
    return " ".join(f"{word[0]}." for word in re.findall(r"[^\W\d_]+", value)) or None
