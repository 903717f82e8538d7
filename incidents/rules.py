"""Who may do what at an incident."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from agencies.rules import (
    administers,
    audits,
    belongs,
    commands_people,
    dispatches,
    in_person,
    own_agency,
    proved_again,
)
from audit.actors import Actor
from audit.bounds import of_incidents
from audit.rules import Rule, rule, sees
from incidents.guests import (
    hosts,
    is_the_guest,
    moves_as_guest,
    moves_there_as_guest,
    notes_as_guest,
)
from incidents.lifecycle import ParticipationStatus
from incidents.models import (
    Alert,
    CommandSeat,
    Deployment,
    Disclosure,
    Division,
    Glass,
    Guest,
    Handover,
    Incident,
    Note,
    Objective,
    Participation,
    Role,
    StatedPurpose,
    Withdrawal,
)


def _at(incident: str, actor: Actor, **how: object) -> Q:
    """The actor's agency has a place at the incident that this path leads to."""
    places = Participation.objects.filter(
        incident=OuterRef(incident), agency=actor.agency_id, **how
    )
    return Q(Exists(places))


def _participates(incident: str, because: str) -> Rule:
    @rule(because)
    def there(actor: Actor) -> Q:
        return _at(incident, actor, status=ParticipationStatus.ACCEPTED)

    return there


def _leads(incident: str, because: str) -> Rule:
    @rule(because)
    def leading(actor: Actor) -> Q:
        return _at(incident, actor, status=ParticipationStatus.ACCEPTED, role=Role.LEAD)

    return leading


def _commands(incident: str, because: str) -> Rule:
    @rule(because)
    def commanding(actor: Actor) -> Q:
        seats = CommandSeat.objects.filter(
            incident=OuterRef(incident), holder=actor.member_id, ended_at__isnull=True
        )
        return Q(Exists(seats))

    return commanding


works = dispatches | commands_people

participates = _participates("pk", "your agency is at this incident")
leads = _leads("pk", "your agency leads it")
commands = _commands("pk", "you hold command of it") & commands_people
participates_there = _participates("incident", "your agency is at its incident")
leads_there = _leads("incident", "your agency leads its incident")
commands_there = _commands("incident", "you hold command of its incident") & commands_people


@rule("your agency is invited to it")
def invited(actor: Actor) -> Q:
    return _at("pk", actor, status=ParticipationStatus.INVITED)


@rule("you hold this command seat")
def holds_seat(actor: Actor) -> Q:
    return Q(holder=actor.member_id, ended_at__isnull=True)


@rule("it is a seat that nobody holds, of an incident that you command")
def commands_beside(actor: Actor) -> Q:
    return commands_there.when(actor) & Q(holder__isnull=True, ended_at__isnull=True)


@rule("it is your agency's command seat")
def own_command_seat(actor: Actor) -> Q:
    return Q(agency=actor.agency_id, ended_at__isnull=True)


@rule("nobody commands its incident")
def uncommanded(actor: Actor) -> Q:
    held = CommandSeat.objects.filter(
        incident=OuterRef("incident"), holder__isnull=False, ended_at__isnull=True
    )
    return ~Q(Exists(held)) & Q(ended_at__isnull=True)


@rule("command was offered to you")
def was_offered_command(actor: Actor) -> Q:
    return Q(offered_to=actor.member_id)


@rule("you offered it")
def offered_command(actor: Actor) -> Q:
    return Q(offered_by=actor.member_id) | Q(seat__holder=actor.member_id)


participates_in_handover = _participates("seat__incident", "your agency is at its incident")

# A briefing is for the two it passes between, and their agencies' eyes end with their stay.
party_to_handover = (was_offered_command | offered_command) & participates_in_handover

# Who speaks for the incident as a whole until its positions are filled one by one.
may_direct = commands | (leads & dispatches)
may_direct_there = commands_there | (leads_there & dispatches)

may_open = own_agency & works
may_answer_invitation = invited & works
may_leave = participates & works
may_write = participates & works
may_say_what_for = participates & in_person
may_commit = participates & dispatches
may_assume = (own_command_seat & participates_there & commands_people) | (
    uncommanded & participates_there & commands_people
)
may_end_seat = holds_seat | commands_beside


@rule("it is your agency's data")
def discloses(actor: Actor) -> Q:
    return Q(owner=actor.agency_id)


@rule("it was you who passed it on")
def passed_on(actor: Actor) -> Q:
    return Q(via=actor.agency_id)


@rule("it is shown to your agency")
def receives(actor: Actor) -> Q:
    return Q(to=actor.agency_id)


@rule("it was withdrawn from your agency")
def withdrawn_from(actor: Actor) -> Q:
    return Q(partner=actor.agency_id)


@rule("it was you who opened it")
def opened_it(actor: Actor) -> Q:
    return Q(member=actor.member_id)


@rule("somebody of your agency opened it")
def looked_in(actor: Actor) -> Q:
    return Q(agency=actor.agency_id)


may_break_glass = participates & works & in_person & proved_again
may_mend_glass = opened_it | (discloses & (works | administers))
may_review_glass = discloses & (administers | audits)

may_disclose = discloses & works
may_end_disclosure = (discloses | passed_on) & (works | administers)
may_restore = discloses & works
may_relabel = belongs & works

may_note = may_write | notes_as_guest
may_move_there = may_write | moves_there_as_guest
may_come = is_the_guest
may_invite_guest = may_direct & in_person
may_widen_guest = may_direct_there & in_person
may_renew_guest_link = hosts & (works | administers) & in_person
may_end_guest = (hosts & (works | administers)) | may_direct_there | is_the_guest

# The sides of chapter 3.1: who sent the resource, who commands, who works beside it.
provides = belongs & works
supervises = participates_there & works
may_supervise = supervises | moves_as_guest
may_move = provides | may_direct_there | may_supervise

may_receive = own_agency & (dispatches | administers)
may_settle_alert = belongs & dispatches
may_see_alert = belongs & (works | administers | audits)

of_incidents(
    {
        Incident: "mode",
        Alert: "mode",
        Handover: "seat__incident__mode",
        **dict.fromkeys(
            (
                *(Participation, CommandSeat, Division, Deployment, Objective, Note),
                *(Disclosure, Withdrawal, Glass, Guest, StatedPurpose),
            ),
            "incident__mode",
        ),
    }
)

sees(Incident, participates | invited)
sees(Guest, participates_there | is_the_guest)
sees(CommandSeat, participates_there)
sees(Handover, was_offered_command | participates_in_handover)
sees(Division, participates_there)
sees(Deployment, participates_there | belongs)
sees(Objective, participates_there)
sees(Note, belongs)
sees(Alert, may_see_alert)
sees(Disclosure, discloses | receives | passed_on)
sees(Withdrawal, discloses | withdrawn_from)
sees(Glass, discloses | looked_in)
