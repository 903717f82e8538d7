"""PDFs that people bring along: taken only where they are plain paper."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from agencies.apart import TookTooLong, run_apart
from agencies.details import PdfFile
from agencies.models.attachment import LARGEST_FILE
from audit.refusals import Refusal

PROGRAM: Final = Path(__file__).with_name("pdf_inspection.py")
SECONDS: Final = 20


class NotAPlainPdf(Refusal):
    """This file cannot be attached."""


def plain_pdf(content: bytes) -> PdfFile:
    """The file with its hash and pages; refused with a reason where it is more than paper."""
    if len(content) > LARGEST_FILE:
        raise NotAPlainPdf(_("It is larger than 25 MB."))
    try:
        said = json.loads(run_apart(PROGRAM, given=content, seconds=SECONDS).stdout or b"{}")
    except (TookTooLong, ValueError):
        said = {}
    if "pages" not in said:
        raise NotAPlainPdf(_wrong(said.get("wrong", "broken")))
    return PdfFile(content=content, file_hash=sha256(content).hexdigest(), pages=said["pages"])


def _wrong(code: str) -> str:
    return {
        "no_pdf": _("It is not a PDF, whatever its name says."),
        "goes_on": _("Something stands in it behind the end of the PDF, or it was cut short."),
        "locked": _("It asks for a password. Attach one that everybody can open."),
        "acts": _("It holds scripts, actions or other files. Print it to a plain PDF first."),
        "pages": _("It has no pages, or more than a thousand."),
    }.get(code, _("It is broken, or made to be: no page of it can be read."))
