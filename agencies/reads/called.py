"""What an agency calls its own resources, agreements and what stands in them."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import ngettext_lazy

from agencies.models import Agreement, Attachment, Clause, Resource
from agencies.reads.records import Names, calls


@calls("resource", ngettext_lazy("%d resource", "%d resources"))
def resources(owner: UUID, pks: frozenset[UUID]) -> Names:
    return Resource.objects.filter(agency=owner, pk__in=pks).values_list("pk", "call_sign")


@calls("agreement", ngettext_lazy("%d agreement", "%d agreements"))
def agreements(owner: UUID, pks: frozenset[UUID]) -> Names:
    return Agreement.objects.filter(led_by=owner, pk__in=pks).values_list("pk", "title")


@calls("attachment", ngettext_lazy("%d attachment", "%d attachments"))
def attachments(owner: UUID, pks: frozenset[UUID]) -> Names:
    found = Attachment.objects.filter(agreement__led_by=owner, pk__in=pks)
    return found.values_list("pk", "title")


@calls("clause", ngettext_lazy("%d clause", "%d clauses"))
def clauses(owner: UUID, pks: frozenset[UUID]) -> Names:
    """By the agreement that it stands in, and its number."""
    found = Clause.objects.filter(giver__agency=owner, pk__in=pks)
    for pk, title, number in found.values_list("pk", "agreement__title", "number"):
        yield pk, f"{title}, {number}"
