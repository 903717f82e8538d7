"""Bringing papers as far as the region says, each step by whoever would take it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.utils import timezone

from agencies import reads, writes
from audit.actors import Actor
from config.demo.sections import TRAINED_WITHIN_A_YEAR
from config.demo.seeding.agreements import agree, check, drafted, sign
from config.demo.seeding.peopled import Peopled
from config.demo.seeding.wordings import section_wording, wording
from config.demo.seeding.zones import midnight
from config.demo.shapes import Agreement, Stage, UnderWay
from config.demo.terms import will_cost


def bring(peopled: Peopled, paper: UnderWay) -> None:
    """As far as its stage says."""
    STAGES[paper.stage](peopled, paper.agreement)


def _signed(peopled: Peopled, agreement: Agreement) -> None:
    agree(peopled, agreement)


def _at_the_table(peopled: Peopled, agreement: Agreement) -> None:
    """One party's words were taken into a second version, one left, and another proposes more."""
    pk = drafted(peopled, agreement)
    lead, first, second, third = (peopled.seated(one.agency, "admin") for one in agreement.parties)
    text = reads.agreement(lead, pk)
    writes.send_for_review(lead, pk, text_hash=text.text_hash, note="For all four to read.")
    writes.remark(second, pk, said="Who keeps the list of what was used up?")
    writes.propose_words(
        first,
        pk,
        clause=text.clauses[0].id,
        proposed="Each department pays its own people. What an exercise uses up is paid by the "
        "department that called it.",
        why="We come with four people, and the others with forty.",
    )
    writes.approve_text(second, pk, text_hash=text.text_hash)
    writes.ask_for_changes(first, pk, text_hash=text.text_hash, reason="The cost of exercises.")
    _leaves_the_table(third, pk)
    writes.take_words(lead, reads.agreement(lead, pk).redlines[0].id)
    writes.edit_section(lead, text.sections[1].id, wording=section_wording(TRAINED_WITHIN_A_YEAR))
    again = reads.agreement(lead, pk)
    writes.send_for_review(lead, pk, text_hash=again.text_hash, note="Whoever calls it pays.")
    writes.remark(first, pk, said="Who keeps the proof of it?", section=again.sections[1].id)
    writes.propose_words(
        second,
        pk,
        clause=again.clauses[1].id,
        proposed="Each party answers for the acts and the injuries of its own people, at "
        "exercises as at work.",
        why="Our insurer asks for it.",
    )


def _leaves_the_table(admin: Actor, pk: UUID) -> None:
    party = reads.agreement(admin, pk).our_party
    if party is not None:
        writes.leave_table(admin, party, reason="Our medics train with the hospital this year.")


def _amended(peopled: Peopled, agreement: Agreement) -> None:
    pk, admin = agree(peopled, agreement), peopled.seated(agreement.led_by, "admin")
    cost = reads.agreement(admin, pk).clauses[2]
    first = writes.amend_agreement(
        admin,
        pk,
        purpose="The District can heat its schools for two days at its own cost.",
        effective_at=midnight(peopled.now, -30),
    ).agreement
    worded = will_cost(
        "3",
        "Nothing is owed for the first 48 hours, and after that what heating the buildings costs.",
        "48",
        None,
        "Buildings",
    )
    writes.replace_clause(admin, first, clause=cost.id, wording=wording(worded, peopled))
    parties = [party.agency for party in agreement.parties]
    sign(peopled, admin, first, parties)
    for agency in parties:
        check(peopled, agency, first)
    second = writes.amend_agreement(
        admin, pk, purpose="Nobody asks for a shelter by day.", effective_at=timezone.now()
    ).agreement
    answering = reads.amendable(admin, second)[1]
    writes.strike_clause(admin, second, clause=answering.id)


def _suspended(peopled: Peopled, agreement: Agreement) -> None:
    pk = agree(peopled, agreement)
    other = agreement.parties[1].agency
    writes.suspend_for_us(
        peopled.seated(other, "signatory"),
        _party(peopled, pk, other),
        reason="The highway is being rebuilt.",
        authority="County Board Order 9",
        until=midnight(peopled.now, 40),
    )


def _left(peopled: Peopled, agreement: Agreement) -> None:
    pk = agree(peopled, agreement)
    other = agreement.parties[1].agency
    writes.give_notice(
        peopled.seated(other, "signatory"),
        _party(peopled, pk, other),
        reason="The Authority has sold one ambulance.",
    )


def _joined(peopled: Peopled, agreement: Agreement) -> None:
    """The District joins; the county's coordinator was asked and has not yet."""
    pk, admin = agree(peopled, agreement), peopled.seated(agreement.led_by, "admin")
    for agency, title, authority in (
        ("TCFD", "Fire Chief", "District Board Resolution 2026-07"),
        ("TCEM", "Emergency Management Coordinator", "County Board Resolution 2026-31"),
    ):
        writes.invite_to_join(
            admin,
            pk,
            agency=peopled.agencies[agency],
            signatory_title=title,
            authority=authority,
        )
    chief = peopled.seated("TCFD", "signatory")
    joinder = reads.agreement(chief, pk).joinder
    if joinder is not None:
        writes.sign_joinder(chief, joinder.party, joinder_hash=joinder.hash)
        check(peopled, "TCFD", pk)


def _ended(peopled: Peopled, agreement: Agreement) -> None:
    pk, chief = agree(peopled, agreement), peopled.seated(agreement.led_by, "signatory")
    cause = reads.agreement(chief, pk).causes[0]
    writes.terminate_for_cause(
        chief, pk, clause=cause.id, reason="Three bills of this summer were never paid."
    )


def _party(peopled: Peopled, pk: UUID, agency: str) -> UUID:
    found = reads.agreement(peopled.seated(agency, "signatory"), pk)
    if found.our_party is None:
        raise LookupError(f"{agency} is no party to {found.title}")
    return found.our_party


STAGES: Final[dict[Stage, Callable[[Peopled, Agreement], None]]] = {
    Stage.SIGNED: _signed,
    Stage.AT_THE_TABLE: _at_the_table,
    Stage.AMENDED: _amended,
    Stage.SUSPENDED: _suspended,
    Stage.LEFT: _left,
    Stage.JOINED: _joined,
    Stage.ENDED: _ended,
}
