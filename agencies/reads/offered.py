"""What an agreement's page may offer to whoever looks. Each write still asks its own rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol
from uuid import UUID

from agencies import rules
from agencies.lifecycle import BEFORE_SIGNING, OPEN, AgreementStatus
from agencies.models import Agreement, ClauseCheck, Instrument
from agencies.progress import guarded_parties
from agencies.reads.signatories import ours_among
from audit.actors import Actor
from audit.rules import Rule

Offer = tuple[bool, Rule]
# Where others may join: what binds, and what all have signed and is yet to begin.
JOINED: Final = frozenset({"in_force", "not_begun"})


class Party(Protocol):
    """What is known of a party by then."""

    @property
    def agency(self) -> UUID: ...
    @property
    def signed_at(self) -> object: ...
    @property
    def bound(self) -> bool: ...
    @property
    def standing(self) -> str: ...


def offered(
    actor: Actor, row: Agreement, parties: Sequence[Party], state: str, *, has_cause: bool
) -> frozenset[str]:
    """The names of what may be done now, by this actor."""
    ours = ours_among(parties, actor.agency_id)
    asked = {
        **_on_paper(row, ours, state),
        **_in_force(row, ours, state),
        "terminate": (has_cause, rules.acts_for_party),
        **_checking(actor, row),
    }
    return frozenset(
        name for name, (now, rule) in asked.items() if now and _admits(actor, row, rule)
    )


def _on_paper(row: Agreement, ours: Party | None, state: str) -> dict[str, Offer]:
    """What is done to a text until all have signed it."""
    paper = AgreementStatus(row.status)
    draft, signing = paper in OPEN, paper == AgreementStatus.SIGNING
    review = paper == AgreementStatus.LEGAL_REVIEW
    here = ours is not None and ours.standing != "away"
    negotiated = review or paper == AgreementStatus.NEGOTIATION
    unfinished = draft or review or paper == AgreementStatus.APPROVED
    unsigned = ours is not None and not ours.signed_at
    return {
        "write": (draft, rules.drafts),
        "review": (draft, rules.drafts),
        "take_back": (review, rules.drafts),
        "answer": (review, rules.reviews),
        "remark": (negotiated and here, rules.negotiates),
        "body": (unfinished and here, rules.manages),
        "renegotiate": (paper == AgreementStatus.APPROVED, rules.manages),
        "leave_table": (_may_leave_table(row, ours), rules.manages),
        "send": (_may_be_sent(row), rules.drafts),
        "reopen": (signing, rules.drafts),
        "abandon": (unfinished or signing, rules.drafts),
        "sign": (state == "signing" and unsigned, rules.acts_for_party),
    }


def _in_force(row: Agreement, ours: Party | None, state: str) -> dict[str, Offer]:
    """What is done once it binds. An amendment rests, is left and ends with its agreement."""
    if row.amends_id is not None:
        return {}
    standing = ours.standing if ours else ""
    return {
        "suspend": (standing in {"bound", "leaving"}, rules.acts_for_party),
        "resume": (standing == "suspended", rules.acts_for_party),
        "leave": (standing in {"bound", "suspended", "waiting"}, rules.acts_for_party),
        "rescind": (standing == "leaving", rules.acts_for_party),
        "move": (
            state in {"in_force", "suspended"} and standing not in {"invited", "unsigned", "left"},
            rules.acts_for_party,
        ),
        "renew": (state in {"in_force", "expired"} and _may_follow(row), rules.drafts),
        "invite": (state in JOINED and row.joinable and standing != "left", rules.drafts),
        "join": (standing == "invited" and state in JOINED, rules.acts_for_party),
        "decline_to_join": (standing == "invited", rules.manages),
        "amend": (state == "in_force" and not _is_law(row), rules.drafts),
    }


def _may_leave_table(row: Agreement, ours: Party | None) -> bool:
    """Before it is signed by us; whoever leads it gives it up for all, and signs what amends."""
    at_the_table = row.status in BEFORE_SIGNING or row.status == AgreementStatus.SIGNING
    others = ours is not None and ours.agency != row.led_by_id and ours.standing == "unsigned"
    return at_the_table and others and row.amends_id is None


def _may_follow(row: Agreement) -> bool:
    return not row.renewals.exclude(status=AgreementStatus.ABANDONED).exists()


def _is_law(row: Agreement) -> bool:
    return row.instrument == Instrument.COMPACT


def _checking(actor: Actor, row: Agreement) -> dict[str, Offer]:
    """What counsel may say of the coded form, once the words are sent out."""
    settled = row.status not in OPEN and row.status != AgreementStatus.ABANDONED
    ours = ClauseCheck.objects.filter(
        party__agreement=row, party__agency=actor.agency_id, withdrawn_at__isnull=True
    )
    return {
        "check": (settled, rules.checks_clauses),
        "doubt": (settled and ours.exists(), rules.checks_clauses),
    }


def _admits(actor: Actor, row: Agreement, allowed: Rule) -> bool:
    return allowed.scope(Agreement.objects.filter(pk=row.pk), actor).exists()


def _may_be_sent(row: Agreement) -> bool:
    """Approved by all; or nobody has to see it before it is signed."""
    if row.status == AgreementStatus.APPROVED:
        return True
    return row.status in OPEN and not guarded_parties(row)
