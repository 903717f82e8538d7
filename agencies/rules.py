"""Who may do what to agencies, members, resources and agreements."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from agencies.knowing import knows, named_in_last
from agencies.lifecycle import AS_SENT
from agencies.models import (
    Agency,
    Agreement,
    ApiToken,
    Attachment,
    Clause,
    Clearance,
    Directory,
    Exemption,
    Invitation,
    Letter,
    Member,
    Milestone,
    Motion,
    Party,
    Redline,
    Resource,
    Seat,
    SeatKind,
    Section,
)
from audit.actors import Actor, machine
from audit.bounds import EXERCISE
from audit.rules import ALWAYS, NEVER, Rule, anyone, rule, sees

CLOCK: Final = machine("the clock", via="clock")


def seated(kind: SeatKind) -> Rule:
    """A rule for those who hold a seat in their own agency at this moment."""

    @rule(f"you are seated as {kind.label.lower()}")
    def held(actor: Actor) -> Q:
        return ALWAYS if kind in actor.seats else NEVER

    return held


dispatches = seated(SeatKind.DISPATCHER)
commands_people = seated(SeatKind.COMMANDER)
administers = seated(SeatKind.ADMIN)
signs = seated(SeatKind.SIGNATORY)
audits = seated(SeatKind.AUDITOR)
counsels = seated(SeatKind.COUNSEL)


@rule("it is your agency")
def own_agency(actor: Actor) -> Q:
    return Q(pk=actor.agency_id)


@rule("you run this installation", machine=True)
def operates(actor: Actor) -> Q:
    """Commands on the server itself, which nobody reaches who is not its operator."""
    return ALWAYS if actor.via == "command" and not actor.is_person else NEVER


@rule("you are here yourself, not by a token", machine=True)
def in_person(actor: Actor) -> Q:
    """What would outlive a token that fell into wrong hands is not for tokens to do."""
    return NEVER if actor.via == "token" else ALWAYS


@rule("what you use is not a token for exercises")
def is_for_real(actor: Actor) -> Q:
    """What an agency's people did and saw, in exercises as well, is real."""
    return NEVER if actor.bound == EXERCISE else ALWAYS


@rule("you proved within the last five minutes that it is you")
def proved_again(actor: Actor) -> Q:
    """For what somebody who finds an open session must not do (IA-11).

    Who lacks only this is asked for it, and then goes on (``ProveAgain``).
    """
    return ALWAYS if actor.proved_lately else NEVER


@rule("it is you")
def oneself(actor: Actor) -> Q:
    return Q(pk=actor.member_id, suspended_at__isnull=True)


@rule("you hold its link", machine=True)
def bears_link(actor: Actor) -> Q:
    """Nobody yet, but in hand what an agency sent out: found by its digest, and compared again."""
    return Q(agency=actor.agency_id) if actor.via == "link" and not actor.is_person else NEVER


@rule("it belongs to your agency")
def belongs(actor: Actor) -> Q:
    return Q(agency=actor.agency_id)


@rule("they belong to your agency")
def colleague(actor: Actor) -> Q:
    return Q(member__agency=actor.agency_id)


@rule("it is yours")
def holds_token(actor: Actor) -> Q:
    return Q(member=actor.member_id)


@rule("your agency is a party to it")
def party_to(actor: Actor) -> Q:
    return knows(actor, "")


@rule("your agency is a party to the agreement that it amends")
def party_to_amended(actor: Actor) -> Q:
    """Once all have signed it: whoever joins later is bound by it as well (RULE-MOU-05)."""
    parties = Party.objects.filter(
        agreement=OuterRef("amends"), agency=actor.agency_id, removed_at__isnull=True
    )
    return Q(executed_at__isnull=False) & Q(Exists(parties))


@rule("nobody of your agency is seated as counsel")
def has_no_counsel(actor: Actor) -> Q:
    """Whoever runs an agency that has no counsel answers for the law as well."""
    held = Seat.objects.filter(
        Q(until__isnull=True) | Q(until__gt=Now()),
        since__lte=Now(),
        kind=SeatKind.COUNSEL,
        member__agency=actor.agency_id,
        member__suspended_at__isnull=True,
    )
    return ~Q(Exists(held))


@rule("your agency leads it")
def leads(actor: Actor) -> Q:
    return Q(led_by=actor.agency_id)


@rule("your agency leads its agreement")
def leads_agreement(actor: Actor) -> Q:
    return Q(agreement__led_by=actor.agency_id)


@rule("your agency is a party to its agreement")
def party_to_agreement(actor: Actor) -> Q:
    return knows(actor, "agreement")


@rule("your agency is this party")
def is_party(actor: Actor) -> Q:
    """Of an agreement that it has been shown."""
    changing = Q(agreement__status__in=AS_SENT)
    known = (changing & named_in_last(OuterRef("agreement"))) | (
        ~changing & Q(removed_at__isnull=True)
    )
    return Q(agency=actor.agency_id) & known


@rule("your agency proposed it")
def proposed(actor: Actor) -> Q:
    return Q(party__agency=actor.agency_id)


@rule("your agency made it")
def moved(actor: Actor) -> Q:
    return Q(moved_by__agency=actor.agency_id)


@rule("your agency leads its agreement")
def leads_text(actor: Actor) -> Q:
    return Q(text__agreement__led_by=actor.agency_id)


@rule("your agency is a party to its agreement")
def party_to_text(actor: Actor) -> Q:
    """Whoever was sent a version sees what is said about it."""
    return knows(actor, "text__agreement")


@rule("its time has come", machine=True)
def time_has_come(actor: Actor) -> Q:
    return ALWAYS if actor.via == "clock" and not actor.is_person else NEVER


runs_agency = (own_agency & administers) | operates
runs_members = (belongs & administers) | operates
runs_seats = (colleague & administers) | operates
runs_clearances = (colleague & administers) | operates
reads_checklist = operates | administers | audits
adds_members = (own_agency & administers & in_person & proved_again) | operates
empowers_members = (belongs & administers & in_person & proved_again) | operates
sets_passwords = (belongs & administers & in_person & proved_again) | operates | oneself & in_person
issues_tokens = oneself & in_person & proved_again
adds_resources = own_agency & (administers | dispatches)
runs_resources = belongs & (administers | dispatches)
readies = belongs & (dispatches | administers | commands_people)
begins_drafts = own_agency & administers
drafts = leads & administers
words = leads_agreement & administers
may_sign = party_to & signs & in_person & proved_again
proves_it = oneself & in_person
changes_factors = oneself & in_person & proved_again
negotiates = party_to & (administers | counsels)
reviews = (party_to & counsels) | (party_to & administers & has_no_counsel)
manages = party_to & administers
reads_agreement = leads | party_to | party_to_amended
checks_clauses = reviews & in_person  # what is checked may open data: none for tokens
answers_redlines = leads_text & administers
withdraws_redlines = proposed & (administers | counsels)
acts_for_party = party_to & signs & in_person
suspends = is_party & signs & in_person  # what takes rights away waits for no proof
signs_for_party = suspends & proved_again
manages_party = is_party & administers
uninvites = words | manages_party
drops_motions = moved & signs & in_person
consents = party_to_agreement & signs & in_person & proved_again
reads_looks = own_agency & is_for_real
reads_trail = own_agency & (audits | administers) & is_for_real
reads_security = own_agency & audits & is_for_real

# The directory of agencies is what every partner starts from; it holds no personal data.
sees(Agency, anyone)
sees(Directory, anyone)
sees(Exemption, belongs)
sees(Letter, belongs)
sees(Invitation, belongs | bears_link)
sees(ApiToken, holds_token | colleague)
sees(Agreement, reads_agreement)
for row, why in ((Member, belongs), (Resource, belongs), (Seat, colleague), (Clearance, colleague)):
    sees(row, why)
for part in (Party, Clause, Section, Attachment, Motion, Milestone):
    sees(part, leads_agreement | party_to_agreement)
sees(Redline, leads_text | party_to_text)
