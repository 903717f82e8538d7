"""Draws the real templates without the rest of Muster, so that a look needs no database."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "frontend" / "built"
ANA = SimpleNamespace(
    name="Ana Ruiz", agency="Harbor County Fire", seats={"commander", "auditor"}, is_person=True
)
SIGNED_IN = SimpleNamespace(actor=ANA, user=SimpleNamespace(is_authenticated=True))
NOBODY = SimpleNamespace(actor=None, user=SimpleNamespace(is_authenticated=False))

urlpatterns = [path("sign-out/", lambda request: HttpResponse(), name="sign-out")]


def prepare() -> None:
    settings.configure(
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATIC_URL="/static/",
        USE_TZ=True,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [ROOT / "templates", Path(__file__).parent / "templates"],
            }
        ],
    )
    django.setup()


def page(template: str, *, signed_in: bool = True, **context: Any) -> str:
    request = SIGNED_IN if signed_in else NOBODY
    seat = "Incident commander" if signed_in else ""
    inbox = {"inbox_count": 3, "seat_label": seat, "csrf_token": "preview"}
    return render_to_string(template, {"request": request, **inbox, **context})


def island(template: str, snapshot: dict[str, Any], **context: Any) -> str:
    """A page with its first snapshot in it, escaped as Django's json_script does."""
    text = json.dumps(snapshot).replace("<", "\\u003C").replace("&", "\\u0026")
    return page(template, snapshot=text, **context)
