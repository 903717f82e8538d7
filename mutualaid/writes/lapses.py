from __future__ import annotations

from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.writes import write
from mutualaid import rules
from mutualaid.facts import OfferLapsed
from mutualaid.lifecycle import SolicitationStatus, move
from mutualaid.models import Solicitation
from mutualaid.writes.asking import answered
from mutualaid.writes.rungs import AlreadySettled, NotDueYet
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle


@write(allow=rules.time_ran_out, under="line__request")
def lapse_offer(actor: Actor, solicitation: Solicitation) -> tuple[Fact, ...]:
    """End an offer whose time to be taken is over, and seek what it would have brought.

    Its resources are free again. The provider may make the offer anew (RULE-SM-03). A
    hold of the request does not lengthen it: it is the provider who said until when.
    """
    seeking = Seeking.of(solicitation.line_id)
    one = seeking.solicitation(solicitation.pk)
    if one.status != SolicitationStatus.OFFERED:
        raise AlreadySettled
    if one.valid_until is None or one.valid_until > now():
        raise NotDueYet
    move(one, SolicitationStatus.EXPIRED)
    one.save(update_fields=["status"])
    answered(seeking)
    settle(seeking)
    lapsed = OfferLapsed(
        **seeking.about(one), valid_until=one.valid_until, touches=(one, *seeking.changes())
    )
    return lapsed, *seeking.told
