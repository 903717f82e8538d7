"""What one's agency shares at an incident, and what it is there for."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agencies.web.answers import asked, carried_out, filled
from agencies.web.requests import ActorRequest
from incidents import reads, writes
from incidents.web import sharing_forms
from incidents.web.dialogs import done


def purposes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say what one's agency is there for; clauses share for a purpose."""
    form = sharing_forms.PurposesForm(
        filled(request), initial={"purposes": reads.purposes(request.actor, pk)}
    )
    told = carried_out(
        form,
        lambda: writes.state_purposes(
            request.actor, pk, purposes=frozenset(form.cleaned_data["purposes"])
        ),
    )
    if told:
        return done(request, "incidents:board", pk)
    text = _("Agreements share for a purpose. Everybody at the incident sees what you state.")
    return asked(request, form, title=_("What you are here for"), submit=_("State it"), text=text)
