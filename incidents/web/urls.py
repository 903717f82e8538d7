"""Pages of incidents, under /incidents/."""

from __future__ import annotations

from django.urls import path

from incidents.web import (
    alert_pages,
    command_pages,
    deployment_pages,
    pages,
    participation_pages,
    sharing_pages,
    timeline_pages,
    work_pages,
)

app_name = "incidents"

urlpatterns = [
    path("", pages.home, name="home"),
    path("open/", pages.open_incident, name="open"),
    path("alerts/", alert_pages.alerts, name="alerts"),
    path("alerts/upload/", alert_pages.upload, name="upload"),
    path("alerts/<uuid:pk>/", alert_pages.alert, name="alert"),
    path("alerts/<uuid:pk>/confirm/", alert_pages.confirm, name="confirm"),
    path("alerts/<uuid:pk>/dismiss/", alert_pages.dismiss, name="dismiss"),
    path("command-seats/<uuid:pk>/", command_pages.seat, name="seat"),
    path("command-seats/<uuid:pk>/end/", command_pages.end_seat, name="end-seat"),
    path("command-offers/<uuid:pk>/", command_pages.handover, name="handover"),
    path("command-offers/<uuid:pk>/decline/", command_pages.decline, name="decline-command"),
    path("command-offers/<uuid:pk>/withdraw/", command_pages.withdraw, name="withdraw-command"),
    path("deployments/<uuid:pk>/", deployment_pages.unit, name="unit"),
    path("deployments/<uuid:pk>/check-in/", deployment_pages.check_in, name="check-in"),
    path("deployments/<uuid:pk>/accept/", deployment_pages.accept_arrival, name="accept-arrival"),
    path("divisions/<uuid:pk>/", work_pages.edit_division, name="edit-division"),
    path("divisions/<uuid:pk>/close/", work_pages.close_division, name="close-division"),
    path("objectives/<uuid:pk>/", work_pages.settle, name="settle"),
    path("<uuid:pk>/", pages.board, name="board"),
    path("<uuid:pk>/edit/", pages.edit, name="edit"),
    path("<uuid:pk>/close/", pages.close, name="close"),
    path("<uuid:pk>/trail/", timeline_pages.timeline, name="timeline"),
    path("<uuid:pk>/trail/export/", timeline_pages.export, name="export"),
    path("<uuid:pk>/invite/", participation_pages.invite, name="invite"),
    path("<uuid:pk>/accept/", participation_pages.accept, name="accept"),
    path("<uuid:pk>/decline/", participation_pages.decline, name="decline"),
    path("<uuid:pk>/purposes/", sharing_pages.purposes, name="purposes"),
    path("<uuid:pk>/leave/", participation_pages.leave, name="leave"),
    path("<uuid:pk>/take-command/", command_pages.take, name="take"),
    path("<uuid:pk>/who-may-take-command/", command_pages.fillers, name="fillers"),
    path("<uuid:pk>/share-command/", command_pages.unify, name="unify"),
    path("<uuid:pk>/note/", work_pages.note, name="note"),
    path("<uuid:pk>/objective/", work_pages.objective, name="objective"),
    path("<uuid:pk>/division/", work_pages.division, name="division"),
    path("<uuid:pk>/commit/", deployment_pages.commit, name="commit"),
    path("<uuid:pk>/arrival/", deployment_pages.arrival, name="arrival"),
]
