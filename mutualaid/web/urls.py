"""Addresses of the pages of requests and of the inbox."""

from __future__ import annotations

from django.urls import path, reverse

from incidents.web.acts import board_act, pattern
from mutualaid.web import (
    exchange_pages,
    eyes_pages,
    inbox_pages,
    line_pages,
    network_pages,
    new_pages,
    pages,
    why_pages,
)

app_name = "mutualaid"

board_act("request", "work")(lambda incident: reverse("mutualaid:new", args=[incident]))
board_act("requests")(lambda incident: pattern("mutualaid:request"))

urlpatterns = [
    path("agreements/network/", network_pages.network, name="network"),
    path("agreements/why/", why_pages.why, name="why"),
    path("inbox/", inbox_pages.inbox, name="inbox"),
    path("asks/<uuid:pk>/", inbox_pages.ask, name="ask"),
    path("asks/<uuid:pk>/answer/", inbox_pages.answer, name="answer"),
    path("asks/<uuid:pk>/seen/", inbox_pages.seen, name="seen"),
    path("asks/<uuid:pk>/withdraw/", inbox_pages.withdraw, name="withdraw"),
    path("incidents/<uuid:pk>/request/", new_pages.new, name="new"),
    path("incidents/<uuid:pk>/request/preview/", new_pages.preview, name="preview"),
    path("incidents/<uuid:pk>/request/upload/", exchange_pages.upload, name="upload"),
    path("requests/<uuid:pk>/", pages.request_page, name="request"),
    path("requests/<uuid:pk>/eyes/", eyes_pages.choose, name="request-eyes"),
    path("requests/<uuid:pk>/seen-as/<uuid:partner>/", eyes_pages.seen_as, name="request-seen-as"),
    path("requests/<uuid:pk>/cancel/", pages.cancel, name="cancel"),
    path("requests/<uuid:pk>/hold/", pages.hold, name="hold"),
    path("requests/<uuid:pk>/resume/", pages.resume, name="resume"),
    path("requests/<uuid:pk>/offers/<uuid:offer>/accept/", pages.accept, name="accept"),
    path("requests/<uuid:pk>/offers/<uuid:offer>/reject/", pages.reject, name="reject"),
    path(
        "requests/<uuid:pk>/lines/<uuid:line>/cancel/", line_pages.cancel_line, name="cancel-line"
    ),
    path("requests/<uuid:pk>/lines/<uuid:line>/short/", line_pages.close_short, name="close-short"),
    path("requests/<uuid:pk>/lines/<uuid:line>/retry/", line_pages.retry, name="retry"),
    path("requests/<uuid:pk>/rungs/<uuid:rung>/skip/", line_pages.skip, name="skip"),
]
