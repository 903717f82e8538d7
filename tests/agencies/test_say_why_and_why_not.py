"""Why and why not: what permits, what limits, what forbids."""

from __future__ import annotations

from uuid import uuid4

from agencies.verdicts import Bearing, Reason, Verdict


def reason(bearing: Bearing) -> Reason:
    return Reason(bearing=bearing, sentence=f"It {bearing}.")


def test_what_nothing_permits_is_denied() -> None:
    """Chapter 5.5: the default is to deny."""
    assert not Verdict(reasons=()).allowed
    assert not Verdict(reasons=(reason(Bearing.LIMITS),)).allowed


def test_what_is_permitted_within_limits_is_allowed() -> None:
    assert Verdict(reasons=(reason(Bearing.PERMITS), reason(Bearing.LIMITS))).allowed


def test_one_that_forbids_outweighs_all_that_permit() -> None:
    permits, forbids = reason(Bearing.PERMITS), reason(Bearing.FORBIDS)

    assert not Verdict(reasons=(permits, permits, forbids)).allowed


def test_what_is_kept_names_the_clause_and_the_version_of_its_text() -> None:
    """RULE-MOU-07."""
    clause, agreement = uuid4(), uuid4()
    said = Reason(
        bearing=Bearing.PERMITS,
        sentence="Either party may ask.",
        clause=clause,
        agreement=agreement,
        reference="Automatic Fire Aid, 3.1",
        text_hash="ab" * 32,
    )

    (kept,) = Verdict(reasons=(said,)).kept()

    assert kept["clause"] == str(clause)
    assert kept["agreement"] == str(agreement)
    assert kept["text_hash"] == "ab" * 32
