"""Which parties know of an agreement: while its text is changed, whom its last version names."""

from __future__ import annotations

from django.db.models import BooleanField, Exists, Func, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast

from agencies.lifecycle import AS_SENT
from agencies.models import Party, TextVersion
from audit.actors import Actor


def knows(actor: Actor, path: str) -> Q:
    """A party of the agreement at this path, once it knows of it (`agencies.progress`)."""
    parties = Party.objects.filter(agreement=OuterRef(path or "pk"), agency=actor.agency_id)
    changing = Q(**{f"{path}__status__in" if path else "status__in": AS_SENT})
    named = parties.filter(named_in_last(OuterRef("agreement")))
    standing = parties.filter(removed_at__isnull=True)
    return (changing & Q(Exists(named))) | (~changing & Q(Exists(standing)))


def named_in_last(agreement: OuterRef) -> Q:
    """Of a party: that the last version which was sent out names it."""
    last = TextVersion.objects.filter(agreement=agreement).order_by("-number")
    key = Cast("pk", TextField())
    return Q(
        Func(
            Subquery(last.values("parties")[:1]),
            key,
            function="jsonb_exists",
            output_field=BooleanField(),
        )
    )
