"""How the facts about agreements read, to each agency that is told of them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.models import ClauseKind
from agencies.reads.sentences import Rows, says, shown


@says(facts.AgreementDrafted)
def drafted(fact: facts.AgreementDrafted, rows: Rows) -> str:
    return _("Began to write “%(title)s”.") % {"title": fact.title}


@says(facts.AgreementEdited)
def edited(fact: facts.AgreementEdited, rows: Rows) -> str:
    what = ", ".join(name.replace("_", " ") for name in fact.changed)
    return told(fact, rows, _("Changed the draft of “%(title)s”: %(what)s."), what=what)


@says(facts.PartyAdded)
def party_added(fact: facts.PartyAdded, rows: Rows) -> str:
    return told(fact, rows, _("Wrote %(agency)s into “%(title)s” as a party."))


@says(facts.PartyRemoved)
def party_removed(fact: facts.PartyRemoved, rows: Rows) -> str:
    return told(fact, rows, _("Took %(agency)s out of “%(title)s”."))


@says(facts.ClauseAdded)
def clause_added(fact: facts.ClauseAdded, rows: Rows) -> str:
    return told(fact, rows, _("Wrote clause %(number)s, %(kind)s, into “%(title)s”."))


@says(facts.ClauseEdited)
def clause_edited(fact: facts.ClauseEdited, rows: Rows) -> str:
    return told(fact, rows, _("Worded clause %(number)s, %(kind)s, of “%(title)s” anew."))


@says(facts.ClauseRemoved)
def clause_removed(fact: facts.ClauseRemoved, rows: Rows) -> str:
    return told(fact, rows, _("Took clause %(number)s out of “%(title)s”."))


@says(facts.SectionAdded)
def section_added(fact: facts.SectionAdded, rows: Rows) -> str:
    return told(fact, rows, _("Wrote section %(number)s into “%(title)s”."))


@says(facts.SectionEdited)
def section_edited(fact: facts.SectionEdited, rows: Rows) -> str:
    return told(fact, rows, _("Worded section %(number)s of “%(title)s” anew."))


@says(facts.SectionRemoved)
def section_removed(fact: facts.SectionRemoved, rows: Rows) -> str:
    return told(fact, rows, _("Took section %(number)s out of “%(title)s”."))


@says(facts.AttachmentAdded)
def attached(fact: facts.AttachmentAdded, rows: Rows) -> str:
    said = _("Attached “%(name)s” to “%(title)s”: %(pages)d pages, SHA-256 %(file)s.")
    return told(fact, rows, said, name=fact.name, pages=fact.pages, file=fact.file_hash)


@says(facts.AttachmentRemoved)
def detached(fact: facts.AttachmentRemoved, rows: Rows) -> str:
    return told(fact, rows, _("Took the file “%(name)s” out of “%(title)s”."), name=fact.name)


@says(facts.AgreementSealed)
def sealed(fact: facts.AgreementSealed, rows: Rows) -> str:
    return told(fact, rows, _("Sealed “%(title)s” and sent it to every party for signature."))


@says(facts.AgreementReopened)
def reopened(fact: facts.AgreementReopened, rows: Rows) -> str:
    said = _("Took “%(title)s” back to change it; signatures void: %(void)d. %(why)s")
    return told(fact, rows, said, void=fact.void_signatures, why=fact.reason)


@says(facts.AgreementSigned)
def signed(fact: facts.AgreementSigned, rows: Rows) -> str:
    return told(fact, rows, _("Signed “%(title)s” for %(agency)s."))


@says(facts.AgreementExecuted)
def executed(fact: facts.AgreementExecuted, rows: Rows) -> str:
    return told(fact, rows, _("Every party has signed “%(title)s”."))


@says(facts.AgreementRecorded)
def recorded(fact: facts.AgreementRecorded, rows: Rows) -> str:
    return told(fact, rows, _("Entered “%(title)s” for the record: signed on paper, and over."))


@says(facts.AgreementPrinted)
def printed(fact: facts.AgreementPrinted, rows: Rows) -> str:
    said = _("Took a print of “%(title)s” along: the file with SHA-256 %(file)s.")
    return told(fact, rows, said, file=fact.file_hash)


@says(facts.AgreementAbandoned)
def abandoned(fact: facts.AgreementAbandoned, rows: Rows) -> str:
    return told(fact, rows, _("Gave up “%(title)s”. %(why)s"), why=fact.reason)


def told(
    fact: facts.AgreementFact | facts.DraftFact | facts.AgreementPrinted,
    rows: Rows,
    said: str,
    **more: object,
) -> str:
    """A sentence about one agreement; where it may not be seen any more, what its kind means."""
    row = rows.get(f"agreement:{fact.agreement}")
    if row is None:
        return fact.meaning()
    party = rows.get(f"agency:{getattr(fact, 'agency', '')}", {})
    kind = getattr(fact, "clause_kind", "")
    words = {
        "title": shown(row.get("title")),
        "agency": shown(party.get("name"), _("an agency")),
        "number": getattr(fact, "number", ""),
        "version": getattr(fact, "text_version", 0),
        "kind": str(ClauseKind(kind).label).lower() if kind else "",
    }
    return (said % (words | more)).strip()
