"""How the facts read that tell what counsel says of coded clauses."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says
from agencies.reads.told_of_agreements import told


@says(facts.ClausesChecked)
def checked(fact: facts.ClausesChecked, rows: Rows) -> str:
    said = (
        _("Counsel of %(agency)s checked the coded form of clauses %(numbers)s of “%(title)s”.")
        if fact.by_counsel
        else _(
            "%(agency)s, which has no counsel, checked the coded form of clauses %(numbers)s"
            " of “%(title)s”."
        )
    )
    return told(fact, rows, said, numbers=", ".join(fact.numbers))


@says(facts.ChecksWithdrawn)
def doubted(fact: facts.ChecksWithdrawn, rows: Rows) -> str:
    said = _("%(agency)s doubts the coded form of clauses %(numbers)s of “%(title)s”: %(why)s")
    return told(fact, rows, said, numbers=", ".join(fact.numbers), why=fact.doubt)
