"""How the facts read of an agency's own sign-on."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.reads.sentences import Rows, says


@says(facts.SignOnSet)
def sign_on_set(fact: facts.SignOnSet, rows: Rows) -> str:
    said = _("Let people of %(domains)s sign in by %(issuer)s.")
    if fact.strong:
        said = _("Let people of %(domains)s sign in by %(issuer)s; two factors: %(strong)s.")
    return said % {
        "domains": ", ".join(fact.domains),
        "issuer": fact.issuer,
        "strong": ", ".join(fact.strong),
    }


@says(facts.SignOnEnded)
def sign_on_ended(fact: facts.SignOnEnded, rows: Rows) -> str:
    return _("Let nobody sign in by %(issuer)s any more.") % {"issuer": fact.issuer}


@says(facts.IdentityLinked)
def identity_linked(fact: facts.IdentityLinked, rows: Rows) -> str:
    return _("%(name)s was linked to their account at %(issuer)s.") % {
        "name": fact.name,
        "issuer": fact.issuer,
    }
