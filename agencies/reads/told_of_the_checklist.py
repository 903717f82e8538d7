"""How what happened to the checklist for criminal justice data reads (RULE-CJ-02)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agencies import facts
from agencies.models import CheckItem
from agencies.reads.sentences import Rows, says


@says(facts.ChecklistItemConfirmed)
def confirmed(fact: facts.ChecklistItemConfirmed, rows: Rows) -> str:
    said = {"who": fact.confirmed_by, "item": CheckItem(fact.item).label}
    return _("%(who)s confirmed for criminal justice data: %(item)s.") % said


@says(facts.ChecklistItemWithdrawn)
def withdrawn(fact: facts.ChecklistItemWithdrawn, rows: Rows) -> str:
    said = {"item": CheckItem(fact.item).label}
    return _("Criminal justice data is off, because this holds no more: %(item)s.") % said
