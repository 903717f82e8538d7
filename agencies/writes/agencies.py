from __future__ import annotations

from dataclasses import asdict

from agencies import rules
from agencies.details import AgencyDetails, ContactDetails
from agencies.facts import AgencyEdited, AgencyFounded, ContactsListed
from agencies.models import Agency, Contact, Directory
from agencies.writes.changes import apply, require_time_zone, require_whole_place
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write

MOST_CONTACTS = 20


class CodeTaken(Conflict):
    """Another agency has this code."""


class TooManyContacts(Refusal):
    """List up to twenty contacts."""


@write(allow=rules.operates)
def found_agency(
    actor: Actor, directory: Directory, *, code: str, details: AgencyDetails
) -> AgencyFounded:
    """Enter an agency in the directory. Its code stays for ever: signed texts name it so."""
    if Agency.objects.filter(code=code).exists():
        raise CodeTaken
    require_whole_place(details)
    require_time_zone(details.time_zone)
    agency = Agency.objects.create(code=code, **asdict(details))
    return AgencyFounded(agency=agency.pk, code=code, name=agency.name, touches=(agency,))


@write(allow=rules.runs_agency)
def edit_agency(
    actor: Actor, agency: Agency, *, details: AgencyDetails, version: int
) -> AgencyEdited:
    """Change what the directory says of an agency."""
    require_whole_place(details)
    require_time_zone(details.time_zone)
    changed = apply(agency, asdict(details), version)
    return AgencyEdited(agency=agency.pk, name=agency.name, changed=changed, touches=(agency,))


@write(allow=rules.runs_agency)
def list_contacts(
    actor: Actor, agency: Agency, *, contacts: tuple[ContactDetails, ...]
) -> ContactsListed:
    """Say anew whom to call, in this order. Those beyond the list are listed no longer."""
    if len(contacts) > MOST_CONTACTS:
        raise TooManyContacts
    for position, contact in enumerate(contacts):
        Contact.objects.update_or_create(
            agency=agency, position=position, defaults={**asdict(contact), "listed": True}
        )
    Contact.objects.filter(agency=agency, position__gte=len(contacts)).update(listed=False)
    return ContactsListed(
        agency=agency.pk,
        purposes=tuple(contact.purpose for contact in contacts),
        touches=(agency,),
    )
