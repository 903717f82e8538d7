"""Emergency looks: open what cannot wait, see what was read, review it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.web.answers import asked, carried_out, filled, onward
from agencies.web.requests import ActorRequest
from incidents import reads, writes
from incidents.web import glass_forms


def break_glass(request: ActorRequest, pk: UUID, owner: UUID) -> HttpResponse:
    """Open what an agency does not share, for oneself, for a few hours."""
    form = glass_forms.GlassForm(filled(request))
    told = carried_out(
        form, lambda: writes.break_glass(request.actor, pk, owner=owner, **form.asked())
    )
    if told:
        return onward(request, "incidents:board", pk)
    text = _(
        "Only where a life is in danger or you must act. The owner is told at once who you are"
        " and why, everything you read is listed, and they review it within three days."
    )
    partners = {one.agency: one.name for one in reads.sharing(request.actor, pk).partners}
    title = _("Open what %s withholds") % partners.get(owner, _("another agency"))
    return asked(request, form, title=title, submit=_("Open it now"), danger=True, text=text)


@require_safe
def glasses(request: ActorRequest) -> HttpResponse:
    """Every emergency look at our data, and every one by our people."""
    found = reads.glasses(request.actor)
    by = "quarter" if request.GET.get("by") == "quarter" else "month"
    counts = reads.glass_counts(request.actor, by=by)
    more = {"found": found, "counts": counts, "by": by, "page": "inbox"}
    return render(request, "incidents/glasses.html", more)


@require_safe
def glass(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One of them: why, what was read, and what the review found."""
    found = reads.glass(request.actor, pk)
    return render(request, "incidents/glass.html", {"it": found, "page": "inbox"})


@require_POST
def mend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End it now."""
    writes.mend_glass(request.actor, pk)
    return redirect("incidents:glass", pk)


def review(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say what came of it."""
    found = reads.glass(request.actor, pk)
    form = glass_forms.ReviewForm(filled(request))
    told = carried_out(form, lambda: writes.review_glass(request.actor, pk, **form.cleaned_data))
    if told:
        return onward(request, "incidents:glass", pk)
    title = _("Review the look of %s") % found.member_name
    return asked(request, form, title=title, submit=_("Record it"))
