"""What every page of an installation says of it, and the words that its islands need."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JSONCatalog


def installation(request: HttpRequest) -> dict[str, Any]:
    """For ``base.html``: whether it is a demo, and the page's language for its islands."""
    return {"demo": settings.DEMO, "words": words_in(get_language() or settings.LANGUAGE_CODE)}


@cache
def words_in(language: str) -> dict[str, Any]:
    """What `makemessages -d djangojs` found in the islands, as translators put it.

    As data and not as Django's script, so that a page neither waits for another request
    nor needs a policy that lets strings be evaluated.
    """
    catalogue = JSONCatalog()
    catalogue.translation = DjangoTranslation(
        language, domain="djangojs", localedirs=[str(path) for path in settings.LOCALE_PATHS]
    )
    found: dict[str, Any] = catalogue.get_catalog()
    return found
