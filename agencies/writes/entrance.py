from __future__ import annotations

from agencies import rules
from agencies.facts import ProvedAgain, SignedIn
from agencies.means import Means
from agencies.models import Member
from audit.actors import Actor
from audit.writes import write


@write(allow=rules.oneself)
def sign_in(actor: Actor, member: Member, *, means: Means = Means.PASSWORD) -> SignedIn:
    """Record that a member has shown who they are and begins a session (AU-2)."""
    return SignedIn(agency=member.agency_id, member=member.pk, name=member.name, means=means)


@write(allow=rules.proves_it)
def prove_again(actor: Actor, member: Member, *, means: Means) -> ProvedAgain:
    """Record that a member has shown once more, in an open session, who they are (IA-11)."""
    return ProvedAgain(agency=member.agency_id, member=member.pk, name=member.name, means=means)
