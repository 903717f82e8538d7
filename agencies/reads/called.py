"""What an agency calls its own resources, agreements and what stands in them."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import ngettext_lazy

from agencies.models import Attachment, Clause, Resource
from agencies.reads.named import titles
from agencies.reads.records import Names, calls
from audit.actors import Actor


@calls("resource", ngettext_lazy("%d resource", "%d resources"))
def resources(actor: Actor, pks: frozenset[UUID]) -> Names:
    return Resource.objects.filter(agency=actor.agency_id, pk__in=pks).values_list(
        "pk", "call_sign"
    )


@calls("agreement", ngettext_lazy("%d agreement", "%d agreements"))
def agreements(actor: Actor, pks: frozenset[UUID]) -> Names:
    """Also those that it does not lead: it is told who reads what it is a party to."""
    return titles(actor, pks).items()


@calls("attachment", ngettext_lazy("%d attachment", "%d attachments"))
def attachments(actor: Actor, pks: frozenset[UUID]) -> Names:
    found = Attachment.objects.filter(agreement__led_by=actor.agency_id, pk__in=pks)
    return found.values_list("pk", "title")


@calls("clause", ngettext_lazy("%d clause", "%d clauses"))
def clauses(actor: Actor, pks: frozenset[UUID]) -> Names:
    """By the agreement that it stands in, and its number."""
    found = Clause.objects.filter(giver__agency=actor.agency_id, pk__in=pks)
    rows = list(found.values_list("pk", "agreement_id", "number"))
    called = titles(actor, frozenset(agreement for _pk, agreement, _number in rows))
    return [(pk, f"{called.get(agreement, '')}, {number}") for pk, agreement, number in rows]
