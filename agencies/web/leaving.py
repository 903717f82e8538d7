"""Away to a provider, and where it sends the browser back to."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def sent_away(request: HttpRequest, address: str) -> HttpResponse:
    """A page that goes on by itself.

    A redirect would end a form that was sent, and the page's policy (``form-action``) holds
    forms within this installation, every redirect of theirs included.
    """
    shown = {"address": address, "host": urlsplit(address).netloc}
    return render(request, "agencies/away.html", shown)


def way_back(request: HttpRequest) -> str:
    """The one address that an agency registers with its provider."""
    return request.build_absolute_uri(reverse("sign-on-back"))
