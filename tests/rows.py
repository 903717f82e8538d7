"""Rows by the word that stands before their id in an address."""

from __future__ import annotations

from agencies import models as agencies
from audit.rows import Row
from incidents import models as incidents
from mutualaid import models as mutualaid

MODELS: dict[str, type[Row]] = {
    "agencies": agencies.Agency,
    "agreements": agencies.Agreement,
    "alerts": incidents.Alert,
    "asks": mutualaid.Solicitation,
    "clauses": agencies.Clause,
    "command-offers": incidents.Handover,
    "command-seats": incidents.CommandSeat,
    "deployments": incidents.Deployment,
    "devices": agencies.Exemption,
    "divisions": incidents.Division,
    "incidents": incidents.Incident,
    "invitations": agencies.Invitation,
    "letters": agencies.Letter,
    "lines": mutualaid.OrderLine,
    "members": agencies.Member,
    "objectives": incidents.Objective,
    "motions": agencies.Motion,
    "offers": mutualaid.Solicitation,
    "parties": agencies.Party,
    "redlines": agencies.Redline,
    "requests": mutualaid.ResourceRequest,
    "resources": agencies.Resource,
    "rungs": mutualaid.Rung,
    "reviews": agencies.Agreement,
    "seats": agencies.Seat,
    "standings": agencies.Party,
    "tokens": agencies.ApiToken,
}


def ids_of(word: str) -> list[str]:
    return [str(pk) for pk in MODELS[word]._default_manager.values_list("pk", flat=True)[:12]]
