from __future__ import annotations

from uuid import UUID

from agencies.categories import Purpose
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import PurposesStated, PurposeStated
from incidents.models import Incident, Participation, StatedPurpose


class SameAsBefore(Refusal):
    """This was stated already."""


class NotWhatYourAgencyIsHereFor(Refusal):
    """Your agency has not stated this purpose here. A dispatcher or commander of yours does."""


@write(allow=rules.may_leave)
def state_purposes(
    actor: Actor, incident: Incident, *, purposes: frozenset[Purpose]
) -> PurposesStated:
    """Say what one's agency is there for, besides running the incident together (RULE-PRIV-02).

    Clauses share for a purpose. Whose data it opens finds in its log who stated it.
    """
    place = Participation.objects.get(incident=incident, agency=acting.agency(actor))
    stated = sorted({Purpose.INCIDENT, *purposes})
    if place.purposes == stated:
        raise SameAsBefore
    place.purposes = stated
    place.save(update_fields=["purposes"])
    return PurposesStated(
        incident=incident.pk, agency=place.agency_id, purposes=tuple(stated), touches=(place,)
    )


@write(allow=rules.may_say_what_for)
def state_purpose(actor: Actor, incident: Incident, *, purpose: Purpose) -> PurposeStated:
    """Say, once, what one is there for oneself; it stands on the record of each look.

    Among what the agency states: a clause opens nothing for a purpose that it has not.
    """
    place = Participation.objects.get(incident=incident, agency=acting.agency(actor))
    if purpose not in place.purposes:
        raise NotWhatYourAgencyIsHereFor
    row = _stated(incident, place.agency_id, acting.member(actor), purpose)
    return PurposeStated(
        incident=incident.pk,
        agency=place.agency_id,
        name=actor.name,
        purpose=purpose,
        touches=(row,),
    )


def _stated(incident: Incident, agency: UUID, member: UUID, purpose: Purpose) -> StatedPurpose:
    before = StatedPurpose.objects.filter(incident=incident, member=member).first()
    if before is None:
        said = {"incident": incident, "agency_id": agency, "member_id": member}
        return StatedPurpose.objects.create(**said, purpose=purpose, stated_at=clock.now())
    if before.purpose == purpose:
        raise SameAsBefore
    before.purpose, before.stated_at = purpose, clock.now()
    before.save(update_fields=["purpose", "stated_at"])
    return before
