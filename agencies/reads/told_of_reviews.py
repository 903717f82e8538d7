"""How the facts read that happen to a text between the draft and the first signature."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says
from agencies.reads.told_of_agreements import told


@says(facts.SentForReview)
def sent_for_review(fact: facts.SentForReview, rows: Rows) -> str:
    return told(
        fact,
        rows,
        _("Sent version %(version)d of “%(title)s” for review. %(note)s"),
        note=fact.note,
    )


@says(facts.TakenBack)
def taken_back(fact: facts.TakenBack, rows: Rows) -> str:
    return told(fact, rows, _("Took “%(title)s” back from review. %(why)s"), why=fact.reason)


@says(facts.TextApproved)
def approved(fact: facts.TextApproved, rows: Rows) -> str:
    return told(fact, rows, _("Approved version %(version)d of “%(title)s” for %(agency)s."))


@says(facts.ChangesAsked)
def changes_asked(fact: facts.ChangesAsked, rows: Rows) -> str:
    said = _("Asked for %(agency)s that version %(version)d of “%(title)s” be changed: %(why)s")
    return told(fact, rows, said, why=fact.reason)


@says(facts.ApprovedForSignature)
def approved_by_all(fact: facts.ApprovedForSignature, rows: Rows) -> str:
    return told(fact, rows, _("Every party has approved version %(version)d of “%(title)s”."))


@says(facts.NegotiationReopened)
def reopened(fact: facts.NegotiationReopened, rows: Rows) -> str:
    said = _("Went back to negotiating “%(title)s” for %(agency)s: %(why)s")
    return told(fact, rows, said, why=fact.reason)


@says(facts.TableLeft)
def left_the_table(fact: facts.TableLeft, rows: Rows) -> str:
    return told(fact, rows, _("Left “%(title)s” for %(agency)s: %(why)s"), why=fact.reason)


@says(facts.Remarked)
def remarked(fact: facts.Remarked, rows: Rows) -> str:
    if fact.section:
        said = _(
            "Remarked on section %(which)s of version %(version)d of “%(title)s” for %(agency)s."
        )
        return told(fact, rows, said, which=fact.section)
    if not fact.number:
        return told(fact, rows, _("Remarked on version %(version)d of “%(title)s” for %(agency)s."))
    said = _("Remarked on clause %(number)s of version %(version)d of “%(title)s” for %(agency)s.")
    return told(fact, rows, said)


@says(facts.RedlineProposed)
def proposed(fact: facts.RedlineProposed, rows: Rows) -> str:
    said = _("Proposed other words for clause %(number)s of “%(title)s” for %(agency)s.")
    return told(fact, rows, said)


@says(facts.RedlineTaken)
def taken(fact: facts.RedlineTaken, rows: Rows) -> str:
    return told(fact, rows, _("Took the words of %(agency)s for clause %(number)s of “%(title)s”."))


@says(facts.RedlineDeclined)
def declined(fact: facts.RedlineDeclined, rows: Rows) -> str:
    said = _("Declined the words of %(agency)s for clause %(number)s of “%(title)s”: %(why)s")
    return told(fact, rows, said, why=fact.reason)


@says(facts.RedlineWithdrawn)
def withdrawn(fact: facts.RedlineWithdrawn, rows: Rows) -> str:
    said = _("Withdrew the words of %(agency)s for clause %(number)s of “%(title)s”.")
    return told(fact, rows, said)


@says(facts.BodyNamed)
def body_named(fact: facts.BodyNamed, rows: Rows) -> str:
    if not fact.body:
        return told(fact, rows, _("No governing body of %(agency)s has to approve “%(title)s”."))
    said = _("%(body)s of %(agency)s must approve “%(title)s” before it is signed.")
    return told(fact, rows, said, body=fact.body)


@says(facts.ResolutionRecorded)
def resolved(fact: facts.ResolutionRecorded, rows: Rows) -> str:
    said = _(
        "Entered that %(body)s of %(agency)s approved version %(version)d of “%(title)s”"
        " by resolution %(resolution)s on %(day)s."
    )
    return told(
        fact,
        rows,
        said,
        body=fact.body,
        resolution=fact.resolution,
        day=fact.adopted_on.isoformat(),
    )
