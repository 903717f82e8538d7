"""Proving once more that it is oneself, by the provider of one's agency.

It is asked in a window of its own, so that what somebody had filled in stays where it is. What
the provider says is remembered in the session, and used up by the proof that it is sent with.
"""

from __future__ import annotations

import time
from dataclasses import astuple
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_POST

from agencies import providers
from agencies.providers import NotShown, Question
from agencies.reads import entrance
from agencies.reads import sign_on as reads
from agencies.sessions import show_elsewhere
from agencies.web.entering import own_address
from agencies.web.kept import drop, keep, kept
from agencies.web.leaving import sent_away, way_back
from agencies.web.requests import ActorRequest, member_of
from audit import security
from audit.refusals import NotFound, Refusal

PROVING: Final = "proving"


@require_POST
def elsewhere(request: ActorRequest) -> HttpResponse:
    """Away to the provider that knows whoever is here, to show it anew who they are."""
    provider = reads.my_provider(request.actor)
    if provider is None:
        raise NotFound
    question = Question.fresh()
    try:
        where = providers.where_to_ask(provider, question, way_back(request), again=True)
    except Refusal as refused:
        return _told(request, str(refused))
    response = sent_away(_as_nobody(request), where)
    keep(response, PROVING, [time.time(), *astuple(question)])
    return response


def came_back(request: HttpRequest) -> HttpResponse:
    """Back from there, in the browser that was sent and as the person who is signed in here."""
    if kept(request, PROVING) is None:
        return redirect(own_address(request, ""))
    try:
        show_elsewhere(request.session, strong=_shown(request))  # type: ignore[arg-type]
        response = _told(request)
    except (NotFound, Refusal) as refused:
        sentence = str(NotShown()) if isinstance(refused, NotFound) else str(refused)
        _refuse(request, sentence)  # type: ignore[arg-type]
        response = _told(request, sentence)
    drop(response, PROVING)
    return response


def _shown(request: ActorRequest) -> bool:
    """Whether what they have shown counts as two factors."""
    provider, (asked_at, *words) = reads.my_provider(request.actor), kept(request, PROVING)
    question = Question(*words)
    if provider is None or not constant_time_compare(request.GET.get("state", ""), question.state):
        raise NotShown
    code = request.GET.get("code", "")
    said = providers.answered(provider, question, way_back(request), code)
    said.must_be_since(asked_at)
    return reads.vouched_for_me(request.actor, said)


def _refuse(request: ActorRequest, sentence: str) -> None:
    security.turn_away(
        request.actor,
        tried=entrance.PROVED,
        subject=str(member_of(request)),
        code="not_vouched_for",
        sentence=sentence,
    )


def _told(request: HttpRequest, wrong: str = "") -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(_as_nobody(request), "agencies/shown.html", {"wrong": wrong}, status=status)


def _as_nobody(request: HttpRequest) -> HttpRequest:
    """The device may be locked: nothing of theirs is drawn around what is said here."""
    request.actor = None  # type: ignore[attr-defined]
    return request
