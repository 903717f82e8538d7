"""How the facts read about documents that change an agreement."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says
from agencies.reads.told_of_agreements import told


@says(facts.AmendmentDrafted)
def drafted(fact: facts.AmendmentDrafted, rows: Rows) -> str:
    return _("Began to write “%(title)s”.") % {"title": fact.title}


@says(facts.ClauseReplaced)
def replaced(fact: facts.ClauseReplaced, rows: Rows) -> str:
    said = _("Wrote into “%(title)s” what is to replace clause %(number)s, %(kind)s.")
    return told(fact, rows, said)


@says(facts.ClauseStruck)
def struck(fact: facts.ClauseStruck, rows: Rows) -> str:
    return told(fact, rows, _("Wrote into “%(title)s” that clause %(number)s is struck out."))


@says(facts.ClauseKept)
def kept(fact: facts.ClauseKept, rows: Rows) -> str:
    return told(fact, rows, _("Left clause %(number)s as it was signed, in “%(title)s”."))


@says(facts.AgreementAmended)
def amended(fact: facts.AgreementAmended, rows: Rows) -> str:
    said = _("All have signed Amendment No. %(amendment)d of “%(title)s”.")
    return told(fact, rows, said, amendment=fact.amendment)
