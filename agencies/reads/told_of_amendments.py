"""How the facts read about documents that change an agreement."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says
from agencies.reads.told_of_agreements import told
from agencies.speaking import day


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


@says(facts.InvitedToJoin)
def invited(fact: facts.InvitedToJoin, rows: Rows) -> str:
    if fact.counts_from is None:
        return told(fact, rows, _("Asked %(agency)s to join “%(title)s”."))
    said = _("Asked %(agency)s to join “%(title)s” from %(day)s on.")
    return told(fact, rows, said, day=day(fact.counts_from))


@says(facts.JoinderSigned)
def joined(fact: facts.JoinderSigned, rows: Rows) -> str:
    return told(fact, rows, _("Joined “%(title)s” for %(agency)s, by signing a joinder."))


@says(facts.JoinInvitationEnded)
def not_joined(fact: facts.JoinInvitationEnded, rows: Rows) -> str:
    return told(fact, rows, _("%(agency)s does not join “%(title)s”."))


@says(facts.RenewalDrafted)
def renewal(fact: facts.RenewalDrafted, rows: Rows) -> str:
    said = _("Began to write what is to follow “%(title)s”.") % {"title": fact.title}
    if not fact.left_out:
        return said
    why = _("Left out, as they name a party that has left: clauses %s.")
    return f"{said} {why % ', '.join(fact.left_out)}"
