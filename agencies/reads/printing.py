"""An agreement on paper, with its signatures and how it stands on the day of print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies.categories import Category
from agencies.models import TextVersion
from agencies.reads.agreement import AgreementPage, agreement
from agencies.reads.attachments import AttachmentEntry
from agencies.reads.clauses import ClauseEntry
from agencies.reads.signatories import PartyEntry
from agencies.typesetting import AGREEMENT, paragraphs, typeset
from audit import clock, looks
from audit.actors import Actor
from audit.openings import opened
from audit.reads import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A file to take along, and the two hashes that tell it: of itself, and of the text."""

    agreement: UUID
    file: bytes
    file_hash: str
    text_hash: str


@read
def agreement_print(actor: Actor, pk: UUID) -> Print:
    """The whole agreement as a PDF. Whose agreement it is finds the file's hash in their log."""
    page, now = agreement(actor, pk), clock.now()
    file = typeset(AGREEMENT, _said(actor, page, now), now)
    file_hash = sha256(file).hexdigest()
    for owner in {page.led_by, *(party.agency for party in page.parties)}:
        by = opened("party", _("printed, SHA-256 %s") % file_hash, Category.OPS)
        looks.current().shown(owner, f"agreement:{pk}", by)
    return Print(agreement=pk, file=file, file_hash=file_hash, text_hash=page.text_hash)


def _said(actor: Actor, page: AgreementPage, now: datetime) -> dict[str, Any]:
    return {
        "words": _words(),
        "title": page.title,
        "led_by": page.led_by_name,
        "mark": _("DEMONSTRATION: fictional agencies, not an agreement of anybody")
        if settings.DEMO
        else "",
        "sort": " · ".join((page.instrument, page.tier, page.effect)),
        "state": _("%(state)s on %(day)s") % {"state": page.state_label, "day": _at(now)},
        "broken": "" if page.intact else _("This text is not the one that was sealed."),
        "text_hash": page.text_hash,
        "printed": _("Printed %(at)s by %(who)s, %(agency)s. A copy: the record is in Muster.")
        % {"at": _at(now), "who": actor.name, "agency": actor.agency},
        "own": _own_words(page),
        "parties": [_party(one) for one in page.parties],
        "sections": [
            {"name": f"{one.number} {one.heading}", "text": paragraphs(one.text)}
            for one in page.sections
        ],
        "clauses": [_clause(one) for one in page.clauses],
        "amendments": _amendments(page),
        "exhibits": [_exhibit(one) for one in page.attachments],
        "signatures": _signatures(page),
    }


def _words() -> dict[str, Any]:
    return {
        "hash": "SHA-256",
        "page": _("page"),
        "of": _("of"),
        "parties": _("Parties, and how each stands on this day"),
        "party_head": [_("Party"), _("Who signs"), _("Stands")],
        "sections": _("Sections"),
        "clauses": _("Clauses"),
        "coded": _("In coded form (the text governs):"),
        "amendments": _("Amendments in force"),
        "amendment_head": [_("No."), _("Title"), _("Since")],
        "exhibits": _("Attachments"),
        "exhibit_head": [_("File"), _("Size")],
        "signatures": _("Signatures"),
        "unsigned": _("Nobody has signed this text."),
    }


def _own_words(page: AgreementPage) -> list[tuple[str, list[str]]]:
    ends = _at(page.expires_at) if page.expires_at else _("no end")
    leaving = _("%(days)d days of notice; it ends for all with fewer than %(parties)d parties")
    return [
        (_("Purpose"), paragraphs(page.purpose) or ["–"]),
        (_("Scope"), paragraphs(page.scope) or ["–"]),
        (_("Term"), [f"{_at(page.effective_at)} – {ends}"]),
        (
            _("Leaving it"),
            [leaving % {"days": page.leaves_after_days, "parties": page.min_parties}],
        ),
    ]


def _party(one: PartyEntry) -> list[str]:
    signs = ", ".join(said for said in (one.signatory_title, one.authority) if said)
    return [f"{one.name} ({one.code})", signs, one.why_not or one.standing_label]


def _clause(one: ClauseEntry) -> dict[str, Any]:
    every = _("every party")
    binds = _("%(giver)s to %(receiver)s") % {
        "giver": one.giver or every,
        "receiver": one.receiver or every,
    }
    return {
        "name": f"{one.number} {one.heading}",
        "kind": f"{one.kind_label} · {binds}",
        "text": paragraphs(one.text),
        "meaning": [*one.meaning, *one.informs],
        "coding": _coding(one),
    }


def _coding(one: ClauseEntry) -> str:
    coding = one.coding
    coder = coding.coded_by or _("not on record")
    checked = "; ".join(
        f"{check.checker}, {check.name}, {_at(check.checked_at)}" for check in coding.checks
    )
    said = _("Coded by: %(coder)s. Checked by: %(checked)s.") % {
        "coder": coder,
        "checked": checked or _("nobody"),
    }
    return f"{said} {coding.warning}".strip()


def _amendments(page: AgreementPage) -> list[list[str]]:
    return [
        [str(one.number), f"{one.title}: SHA-256 {one.text_hash}", _at(one.since)]
        for one in page.documents
        if one.number and one.state == "in_force" and one.since
    ]


def _exhibit(one: AttachmentEntry) -> dict[str, str]:
    pages = {"pages": one.pages, "size": filesizeformat(one.size)}
    return {
        "name": f"{one.title} ({one.kind_label.lower()})",
        "size": _("%(pages)d pages, %(size)s") % pages,
        "hash": one.file_hash,
    }


def _signatures(page: AgreementPage) -> list[dict[str, str]]:
    entered = (
        TextVersion.objects.filter(agreement=page.id, text_hash=page.text_hash)
        .values_list("frozen_at", flat=True)
        .first()
    )
    return [
        {
            "agency": one.name,
            "signer": ", ".join(said for said in (one.signer, one.signer_title) if said),
            "how": _how(one.signed_at, entered),
            "hash": page.text_hash,
        }
        for one in page.parties
        if one.signed_at
    ]


def _how(signed_at: datetime, entered: datetime | None) -> str:
    """What was signed before its text came here was signed on paper, and entered since."""
    if entered is not None and signed_at < entered:
        return _("Signed on paper %s; entered by whoever runs this installation.") % _at(signed_at)
    return _("Signed in Muster %s, by a person who had just proved again who they are.") % _at(
        signed_at
    )


def _at(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "Y-m-d H:i T")
