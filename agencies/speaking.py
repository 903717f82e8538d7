"""How days, lengths of time, kinds and lists of words are said in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.areas import Place
from agencies.typing import catalogue


def kind_and_type(code: str, type_: int | None) -> str:
    """A kind by its name, with its type where one is named."""
    name = catalogue.kind(code).name
    return name if type_ is None else _("%(kind)s Type %(type)s") % {"kind": name, "type": type_}


def day(moment: datetime) -> str:
    """Its day by the reader's clock, as pages print it: at midnight a term is not over yet."""
    return f"{timezone.localtime(moment):%Y-%m-%d}"


def duration(seconds: int) -> str:
    """So long as people say it: ``10 minutes``."""
    whole = timedelta(seconds=seconds)
    minutes, rest = divmod(seconds, 60)
    if rest:
        return ngettext("%d second", "%d seconds", seconds) % seconds
    hours, rest = divmod(minutes, 60)
    if rest:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    if whole.days and not hours % 24:
        return ngettext("%d day", "%d days", whole.days) % whole.days
    return ngettext("%d hour", "%d hours", hours) % hours


def one_of(words: Sequence[TextChoices]) -> str:
    """``fire, flood or severe weather``."""
    return get_text_list([str(word.label).lower() for word in words], _("or"))


def all_of(words: Sequence[TextChoices]) -> str:
    """``confidentiality, liability and keeping of records``."""
    return get_text_list([str(word.label).lower() for word in words], _("and"))


def corners(area: Sequence[Place]) -> str:
    """An area by its corners, as one finds them on a map."""
    return "; ".join(f"{latitude:g}, {longitude:g}" for latitude, longitude in area)
