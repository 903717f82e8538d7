from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import structlog
from django.db.models import Exists, OuterRef

from agencies import letters, rules
from agencies.admission import active, open_seats
from agencies.facts import LetterDelayed, LetterParked, LetterSent, LetterTriedAgain
from agencies.letters import LINK, Trouble
from agencies.models import Letter, Member, SeatKind
from agencies.models.letter import LeftBy
from audit import clock, metrics
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.saving import save_new
from audit.writes import write

log = structlog.get_logger(__name__)

MINUTES: Final = (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60)  # to wait after each try


class LeftBefore(Conflict):
    """This letter has left, or will not leave any more."""


class NotParked(Refusal):
    """Only a letter that was given up can be tried again."""


class SecretGone(Refusal):
    """The link in this letter is good no more. Have a new one made."""


@write(allow=rules.time_has_come)
def letter_sent(actor: Actor, letter: Letter, *, means: LeftBy) -> LetterSent:
    """Record that a letter has left. Its secret is forgotten in the same moment."""
    _must_wait(letter)
    letter.sent_at, letter.means, letter.sealed, letter.trouble = clock.now(), means, "", ""
    letter.save(update_fields=["sent_at", "means", "sealed", "trouble"])
    return LetterSent(**_of(letter), means=means)


@write(allow=rules.time_has_come)
def letter_failed(
    actor: Actor, letter: Letter, *, trouble: Trouble
) -> LetterDelayed | LetterParked:
    """Record that a letter was not taken: it is tried again later, or given up."""
    _must_wait(letter)
    letter.tries, letter.trouble = letter.tries + 1, trouble.said
    if trouble.final or letter.tries > len(MINUTES):
        letter.parked_at = clock.now()
        letter.save(update_fields=["tries", "trouble", "parked_at"])
        metrics.parked.inc()
        log.error("letter parked", letter=str(letter.pk), why=trouble.said)
        return LetterParked(**_of(letter), trouble=trouble.said, tries=letter.tries)
    letter.due_at = clock.now() + timedelta(minutes=MINUTES[letter.tries - 1])
    letter.save(update_fields=["tries", "trouble", "due_at"])
    return LetterDelayed(**_of(letter), trouble=trouble.said, tries=letter.tries)


@write(allow=rules.runs_members)
def send_again(actor: Actor, letter: Letter) -> LetterTriedAgain:
    """Try a letter again that was given up: the address or the server was mended."""
    if letter.parked_at is None:
        raise NotParked
    if LINK in letter.text and not letter.sealed:
        raise SecretGone
    letter.parked_at, letter.tries, letter.due_at = None, 0, clock.now()
    letter.save(update_fields=["parked_at", "tries", "due_at"])
    return LetterTriedAgain(**_of(letter))


def post(
    agency: UUID,
    to: Collection[str],
    subject: str,
    text: str,
    *,
    link: str = "",
    exercise: bool = False,
) -> list[Letter]:
    """Write letters in the transaction of what causes them; they leave once it is committed.

    A step of a write. ``text`` says ``{link}`` where ``link``, a path of this installation with
    its secret, shall stand. It never says what only those may read who have signed in.
    """
    subject, text = letters.marked(letters.one_line(subject), text, exercise=exercise)
    written = [
        Letter(
            agency_id=agency,
            to=one,
            subject=subject,
            text=text,
            sealed=letters.sealed(link),
            exercise=exercise,
            posted_at=clock.now(),
            due_at=clock.now(),
        )
        for one in to
    ]
    save_new(written)
    return written


def drop(*pks: UUID) -> None:
    """Let letters of what is over not leave any more. A step of a write."""
    waiting = Letter.objects.filter(pk__in=pks, sent_at__isnull=True, dropped_at__isnull=True)
    waiting.update(dropped_at=clock.now(), parked_at=None, sealed="")


def addresses_of(agency: UUID, *seats: SeatKind) -> list[str]:
    """With what those sign in who hold one of these seats now, where letters reach it.

    What an agency writes of its people must keep no other from what it tells all parties.
    """
    seated = open_seats().filter(member=OuterRef("pk"), kind__in=seats)
    found = Member.objects.filter(active(), Exists(seated), agency=agency)
    addresses = found.order_by("pk").values_list("account__email", flat=True)
    return [one for one in addresses if letters.takes_letters(one)]


def _must_wait(letter: Letter) -> None:
    if letter.sent_at or letter.parked_at or letter.dropped_at:
        raise LeftBefore


def _of(letter: Letter) -> dict[str, Any]:
    return {
        "agency": letter.agency_id,
        "letter": letter.pk,
        "to": letter.to,
        "subject": letter.subject,
        "touches": (letter,),
    }
