"""The same of agreements: see `tests.looks`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from agencies import reads as agencies
from tests.foreign import Scene

Look = tuple[Callable[[Scene], object], str]

AGREEMENTS: Final[dict[str, dict[str, Look]]] = {
    "agencies.reads.agreement": {
        "agreement": (lambda it: agencies.agreement(it.dev, it.world.agreement.pk), "agreement"),
    },
    "agencies.reads.agreements": {
        "agreements": (lambda it: agencies.agreements(it.dev), "agreement"),
        "ending_soon": (lambda it: agencies.ending_soon(it.dev), "agreement"),
    },
    "agencies.reads.amending": {
        "amendable": (lambda it: agencies.amendable(it.dev, it.amendment), ""),
        "signed_clause": (
            lambda it: agencies.signed_clause(
                it.dev, it.amendment, agencies.amendable(it.dev, it.amendment)[0].id
            ),
            "",
        ),
    },
    "agencies.reads.parts": {
        "part": (lambda it: agencies.part(it.dev, it.draft, "clause", it.clause), ""),
    },
    "agencies.reads.places": {
        "own_place": (lambda it: agencies.own_place(it.dev), ""),
    },
    "agencies.reads.attachments": {
        "attachment_file": (
            lambda it: agencies.attachment_file(it.dev, it.attached, it.attachment),
            "attachment",
        ),
    },
    "agencies.reads.printing": {
        "agreement_print": (
            lambda it: agencies.agreement_print(it.dev, it.world.agreement.pk),
            "agreement",
        ),
    },
    "agencies.reads.versions": {
        "difference": (lambda it: agencies.difference(it.dev, it.reviewed), "agreement"),
    },
    "agencies.reads.wording": {
        "clause": (lambda it: agencies.clause(it.dev, it.draft, it.clause), ""),
        "draft": (lambda it: agencies.draft(it.dev, it.draft), ""),
        "next_number": (lambda it: agencies.next_number(it.dev, it.draft), ""),
        "next_section_number": (lambda it: agencies.next_section_number(it.dev, it.draft), ""),
        "section": (lambda it: agencies.section(it.dev, it.draft, it.section), ""),
        "parties": (lambda it: agencies.parties(it.dev, it.draft), ""),
    },
}
