"""Resources and agreements as the stream of an agency tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from agencies.lifecycle import AgreementStatus
from agencies.models import Agreement, Party, Resource, Signature
from agencies.reads.as_sent import words_sent
from agencies.typing import catalogue
from audit.images import paints


@paints(Resource, on="agency")
def resources(pks: frozenset[UUID]) -> Iterable[tuple[str, dict[str, Any]]]:
    rows = Resource.objects.filter(pk__in=pks).values(
        "id", "version", "call_sign", "type", "personnel", "home_base", "status", "reason",
        "back_at", owner=F("agency"), kind_code=F("kind"),
    )  # fmt: skip
    for row in rows:
        kind = catalogue.kind(row["kind_code"])
        named = {"kind_name": kind.name, "card": kind.card}
        yield f"resource:{row['id']}", {**row, **named}


@paints(Agreement, on="agency")
def agreements(pks: frozenset[UUID]) -> Iterable[tuple[str, dict[str, Any]]]:
    """An agreement's paper. In force is not painted: it comes and goes without any write.

    What its leader changes in negotiation is painted once it is sent out: all parties are told.
    """
    rows = Agreement.objects.filter(pk__in=pks).values(
        "id", "version", "title", "instrument", "tier", "status", "effective_at", "expires_at",
        "effect", "text_hash", "sealed_at", owner=F("led_by"),
    )  # fmt: skip
    parties = _parties(pks)
    sent = words_sent(row["id"] for row in rows if row["status"] == AgreementStatus.NEGOTIATION)
    for row in rows:
        words = sent.get(row["id"], {})
        yield f"agreement:{row['id']}", {**row, **words, "parties": parties[row["id"]]}


def _parties(pks: frozenset[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    signed = Signature.objects.filter(
        party=OuterRef("pk"), text_hash=OuterRef("agreement__text_hash")
    )
    rows = (
        Party.objects.filter(agreement__in=pks, removed_at__isnull=True)
        .order_by("agency__name")
        .values_list(
            "agreement",
            "agency",
            "agency__name",
            Subquery(signed.values("signed_at")[:1]),
        )
    )
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for agreement, agency, name, signed_at in rows:
        found[agreement].append({"agency": agency, "name": name, "signed_at": signed_at})
    return found
