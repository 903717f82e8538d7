"""Pages on which a party lets an agreement rest, leaves it, or asks all to end it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies import reads, writes
from agencies.web import review_forms as forms
from agencies.web.acting import Asked, act, of_a_part
from agencies.web.answers import filled
from agencies.web.forms import Confirm
from agencies.web.requests import ActorRequest


@of_a_part
def suspend(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Let it rest for one's own agency."""
    form = forms.SuspendForm(filled(request))
    asked = Asked(
        _("Suspend it for %s") % request.actor.agency,
        _("Suspend"),
        _("Nothing follows from it for your agency meanwhile. What was accepted goes on."),
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda said: writes.suspend_for_us(request.actor, party, **said)
    )


@of_a_part
def resume(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Be bound again."""
    form, asked = Confirm(filled(request)), Asked(_("Resume it"), _("Resume"))
    return act(request, pk, form, asked, lambda _said: writes.resume_for_us(request.actor, party))


@of_a_part
def leave(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Give notice."""
    found = reads.agreement(request.actor, pk)
    form = forms.NoticeForm(filled(request))
    asked = Asked(
        _("Give notice for %s") % request.actor.agency,
        _("Give notice"),
        _("It is bound for another %d days, and may take the notice back until then.")
        % found.leaves_after_days,
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda said: writes.give_notice(request.actor, party, **said)
    )


@of_a_part
def rescind(request: ActorRequest, pk: UUID, party: UUID) -> HttpResponse:
    """Take the notice back."""
    form, asked = Confirm(filled(request)), Asked(_("Take the notice back"), _("Stay"))
    return act(request, pk, form, asked, lambda _said: writes.rescind_notice(request.actor, party))


def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask all parties."""
    form = forms.MotionForm(filled(request))
    asked = Asked(
        _("Ask all parties"),
        _("Ask them"),
        _("It is done once every party has consented. Yours consents by asking."),
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda said: writes.move_for_all(request.actor, pk, **said)
    )


def terminate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End it for cause: a clause of it was broken."""
    found = reads.agreement(request.actor, pk)
    clauses = [(clause.id, f"{clause.number} {clause.heading}") for clause in found.causes]
    form = forms.CauseForm(filled(request), clauses=clauses)
    asked = Asked(
        _("Terminate it for cause"),
        _("Terminate it"),
        _("It ends for both. What was accepted goes on under its terms; what survives is listed."),
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda said: writes.terminate_for_cause(request.actor, pk, **said)
    )


@of_a_part
def consent(request: ActorRequest, pk: UUID, motion: UUID) -> HttpResponse:
    """Consent for one's own agency."""
    form = Confirm(filled(request))
    asked = Asked(
        _("Consent for %s") % request.actor.agency,
        _("Consent"),
        _("With the last consent it is done."),
        danger=True,
    )
    return act(
        request, pk, form, asked, lambda _said: writes.consent_to_motion(request.actor, motion)
    )


@of_a_part
def drop(request: ActorRequest, pk: UUID, motion: UUID) -> HttpResponse:
    """Ask for it no more."""
    form, asked = Confirm(filled(request)), Asked(_("Ask no more"), _("Ask no more"))
    return act(request, pk, form, asked, lambda _said: writes.drop_motion(request.actor, motion))
