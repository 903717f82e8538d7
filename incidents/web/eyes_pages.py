"""Looking through others' eyes: a partner's board, who sees a note, and why a field is shown."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.web.answers import asked, carried_out, filled, shown
from agencies.web.requests import ActorRequest
from audit.refusals import NotFound
from incidents import reads, writes
from incidents.web import sharing_forms
from incidents.web.dialogs import done
from incidents.web.zones import by_its_clock


@require_safe
@by_its_clock
def board(request: ActorRequest, pk: UUID, partner: UUID) -> HttpResponse:
    """The board as a partner's seat sees it now: read only, and recorded."""
    eyes, form = eyes_asked(request, partner)
    seen = reads.seen_as(request.actor, pk, eyes=eyes)
    incident = next(iter(seen.snapshot.of_kind("incident")), {})
    more = {
        "page": "incidents",
        "pk": pk,
        "seen": seen,
        "form": form,
        "eyes": eyes,
        "incident": incident,
        "mode": incident.get("mode", ""),
        "snapshot": {"cursor": "", "at": seen.snapshot.at, "rows": seen.snapshot.rows},
        "shares": "work" in reads.may(request.actor, pk),
    }
    return render(request, "incidents/seen_as.html", more)


def eyes_asked(request: ActorRequest, partner: UUID) -> tuple[reads.Eyes, sharing_forms.EyesForm]:
    """Through whose eyes a page is asked for; no others are there to look through."""
    form = sharing_forms.EyesForm(_filled(request.GET))
    if not form.is_valid():
        raise NotFound
    return form.eyes(partner), form


def _filled(asked: QueryDict) -> QueryDict:
    """A form that was sent with nothing chosen says so by empty words."""
    kept = asked.copy()
    for name in ("seats", "clearances"):
        kept.setlist(name, [one for one in asked.getlist(name) if one])
    return kept


@require_safe
@by_its_clock
def who_sees(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who sees a note of ours, down to names."""
    seen = reads.who_sees_note(request.actor, pk)
    return shown(request, "incidents/_who_sees.html", title=_("Who can see this"), seen=seen)


@require_safe
@by_its_clock
def who_sees_panel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who sees a panel of the board, or one of its rows; where none is named, where to ask."""
    title = _("Who can see this")
    if not request.GET.get("of"):
        reads.incident(request.actor, pk)
        return shown(request, "incidents/_who_sees_what.html", title=title, pk=pk)
    seen = reads.who_sees(request.actor, pk, of=request.GET["of"])
    return shown(request, "incidents/_who_sees_panel.html", title=title, seen=seen)


@by_its_clock
def label(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say how far a note of ours may go."""
    seen = reads.who_sees_note(request.actor, pk)
    form = sharing_forms.LabelForm(
        filled(request),
        people=reads.possible_recipients(request.actor, seen.incident),
        initial={"version": seen.version, "tlp": seen.tlp},
    )
    told = carried_out(form, lambda: _labeled(request, pk, form))
    if told:
        return done(request, "incidents:board", seen.incident)
    return asked(request, form, title=_("How far it may go"), submit=_("Label it"))


@require_POST
def withdraw_note(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap: every other agency, or one, is shown this note no more."""
    seen = reads.who_sees_note(request.actor, pk)
    known = {str(one.agency): one.agency for one in seen.audiences if not one.guest}
    partner = request.POST.get("partner", "")
    told = writes.withdraw_note(
        request.actor, pk, partner=known.get(partner, UUID(int=0)) if partner else None
    )
    return done(request, "incidents:board", told.incident)


@require_safe
def why(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What permits, limits and forbids a field; where none is named, where to ask of one."""
    asked = sharing_forms.WhyForm(request.GET)
    if not asked.is_valid():
        reads.incident(request.actor, pk)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.GET else HTTPStatus.OK
        return shown(
            request, "incidents/_why_what.html", title=_("Why what?"), status=status, pk=pk
        )
    verdict = reads.why(request.actor, pk, **asked.cleaned_data)
    title = _("Why it is shown") if verdict.allowed else _("Why it is not shown")
    return shown(request, "incidents/_why.html", title=title, verdict=verdict)


def _labeled(request: ActorRequest, pk: UUID, form: sharing_forms.LabelForm) -> object:
    said = form.cleaned_data
    return writes.relabel_note(
        request.actor,
        pk,
        tlp=said["tlp"],
        recipients=tuple(said["recipients"]) if said["tlp"] == "red" else (),
        version=said["version"],
    )
