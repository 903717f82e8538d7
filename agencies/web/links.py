"""Pages that a secret link leads to."""

from __future__ import annotations

from django.http import HttpResponse


def told_to_nobody(response: HttpResponse) -> HttpResponse:
    """Keep the page's address out of caches and out of what any site hears of where one was.

    Not by ``no-referrer``: of such a page's own form browsers say ``Origin: null`` (Fetch, 3.2),
    which is refused as a stranger's. ``strict-origin`` names the site, and never the link.
    """
    response["Cache-Control"], response["Referrer-Policy"] = "no-store", "strict-origin"
    return response
