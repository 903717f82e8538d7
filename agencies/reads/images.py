"""Resources and agreements as the stream of an agency tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from agencies.lifecycle import AS_SENT
from agencies.models import Agreement, Party, Resource, Signature
from agencies.reads.as_sent import last_sent, words_of
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

    What its leader changes is painted once it is sent out: all parties are told.
    """
    rows = Agreement.objects.filter(pk__in=pks).values(
        "id", "version", "title", "instrument", "tier", "status", "effective_at", "expires_at",
        "effect", "text_hash", "sealed_at", owner=F("led_by"),
    )  # fmt: skip
    sent = last_sent(row["id"] for row in rows if row["status"] in AS_SENT)
    named = [UUID(party) for version in sent.values() for party in version.parties]
    standing = Q(agreement__in=pks - sent.keys(), removed_at__isnull=True)
    parties = _parties(standing | Q(pk__in=named))
    for row in rows:
        words = words_of(sent[row["id"]]) if row["id"] in sent else {}
        named_now = list(parties[row["id"]].values())
        yield f"agreement:{row['id']}", {**row, **words, "parties": named_now}


def _parties(wanted: Q) -> dict[UUID, dict[UUID, dict[str, Any]]]:
    signed = Signature.objects.filter(
        party=OuterRef("pk"), text_hash=OuterRef("agreement__text_hash")
    )
    rows = (
        Party.objects.filter(wanted)
        .order_by("agency__name", F("leaves_at").asc(nulls_last=True))
        .values_list(
            "agreement",
            "agency",
            "agency__name",
            Subquery(signed.values("signed_at")[:1]),
        )
    )
    found: dict[UUID, dict[UUID, dict[str, Any]]] = defaultdict(dict)
    for agreement, agency, name, signed_at in rows:  # of several stays, the last
        found[agreement][agency] = {"agency": agency, "name": name, "signed_at": signed_at}
    return found
