"""The pages that the demo region attaches to its agreements, as plain PDFs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from agencies.details import PdfFile
from agencies.pdfs import plain_pdf
from agencies.typesetting import typeset
from config.demo.seeding.zones import midnight
from config.demo.shapes import Attached

PAGE: Final = Path(__file__).with_name("paper.typ")
FICTION: Final = "Demonstration: fictional agencies, and no paper of anybody."


def on_paper(paper: Attached, now: datetime) -> PdfFile:
    """One page with its title and its lines, looked into as any that somebody attaches."""
    until = midnight(now, paper.until_days).strftime("%B %-d, %Y")
    lines = [line.format(until=until) for line in paper.lines]
    said = {"title": paper.title, "lines": lines, "fiction": FICTION}
    return plain_pdf(typeset(PAGE, said, now))
