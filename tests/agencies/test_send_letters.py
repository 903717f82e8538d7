"""Letters leave once, by a real mail server, and say no more than that something waits."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from django.test import override_settings
from django.utils import timezone

from agencies import letters, postman, reads, writes
from agencies.models import Letter
from agencies.writes.letters import NotParked, post
from audit import streams
from audit.refusals import NotAllowed
from config import env
from tests.agencies.acts import told_in
from tests.agencies.post import closed_port, letter_to, letter_to_nowhere, mail_server, writing
from tests.sight import opened
from tests.world import World, build, seeding


def to_ben(world: World, **changes: object) -> Letter:
    with seeding():
        return letter_to(world.harbor_fire, **changes)


def again(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_a_letter_that_is_due_leaves_once(world: World) -> None:
    letter = to_ben(world)

    with mail_server() as box:
        assert postman.send_due() == 1
        assert postman.send_due() == 0

    (message,) = box.messages
    assert message["To"] == "ben@hcf.example"
    assert message["Subject"] == "Something waits"
    assert message["Message-ID"] == f"<{letter.pk}@muster.example>"
    assert again(letter).sent_at is not None
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-1] == "agencies.letter_sent"


def test_what_was_not_committed_was_never_written(world: World) -> None:
    with suppress(ZeroDivisionError), transaction.atomic(), writing():
        post(world.harbor_fire.pk, ["ben@hcf.example"], "Something", "waits")
        raise ZeroDivisionError

    assert not Letter.objects.exists()


def test_a_server_that_is_busy_is_tried_again_later(world: World) -> None:
    letter = to_ben(world)

    with mail_server() as box:
        box.refuses = {"ben@hcf.example": "451 Try again later"}
        postman.send_due()
        postman.send_due()  # not due yet
        assert again(letter).tries == 1
        box.refuses = {}
        _let_time_pass(letter)
        postman.send_due()

    assert len(box.messages) == 1
    assert again(letter).sent_at is not None


def test_an_address_that_does_not_exist_is_given_up_at_once_and_seen(world: World) -> None:
    letter = to_ben(world)

    with mail_server() as box:
        box.refuses = {"ben@hcf.example": "550 No such user"}
        postman.send_due()

    (entry,) = reads.letters(world.dora).letters
    assert (entry.state, entry.trouble) == ("parked", "The mail server refused it (550).")
    assert again(letter).parked_at is not None
    assert told_in(streams.of_agency(world.harbor_fire.pk))[-1] == "agencies.letter_parked"


def test_a_server_that_never_answers_is_given_up_after_eight_tries(world: World) -> None:
    letter = to_ben(world)

    with override_settings(
        LETTERS_LEAVE_BY="smtp",
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=closed_port(),
    ):
        for _ in range(12):
            postman.send_due()
            _let_time_pass(letter)

    assert again(letter).tries == 8
    assert again(letter).parked_at is not None


def test_an_admin_has_a_parked_letter_tried_again(world: World) -> None:
    with seeding():
        letter = letter_to_nowhere(world.harbor_fire)

    writes.send_again(world.dora, letter.pk)
    with mail_server() as box:
        postman.send_due()

    assert len(box.messages) == 1
    with pytest.raises(NotParked):
        writes.send_again(world.dora, letter.pk)


def test_one_of_two_senders_sends(transactional_db: None) -> None:
    """The other finds it locked and goes by: it does not wait, and does not send it again."""
    letter = to_ben(build())
    with opened() as other:
        other.execute("SELECT id FROM agencies_letter FOR UPDATE")
        with mail_server() as box:
            assert postman.send_due() == 0
            assert box.messages == []
    assert again(letter).sent_at is None


def test_a_letter_of_an_exercise_says_so_at_both_ends(world: World) -> None:
    with writing():
        post(world.harbor_fire.pk, ["ben@hcf.example"], "Come", "Come at once.", exercise=True)

    with mail_server() as box:
        postman.send_due()

    (message,) = box.messages
    assert message["Subject"].startswith("EXERCISE")
    assert message["Subject"].endswith("EXERCISE")
    assert message.get_content().strip().startswith("EXERCISE")
    assert message.get_content().strip().endswith("EXERCISE")


def test_nobody_writes_further_headers(world: World) -> None:
    hostile = "Hello\r\nBcc: everybody@bce.example"
    with writing():
        post(world.harbor_fire.pk, ["ben@hcf.example"], hostile, "Text")

    with mail_server() as box:
        postman.send_due()

    (message,) = box.messages
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello Bcc: everybody@bce.example"


@pytest.mark.parametrize(
    "address", ["", "ben", "ben@hcf.example\r\nBcc: x@y", "a@b.example, c@d.example", "<a@b.c>"]
)
def test_an_address_that_is_none_or_several_is_not_kept(world: World, address: str) -> None:
    with (
        seeding(),
        pytest.raises(IntegrityError, match="letter_to_one_address"),
        transaction.atomic(),
    ):
        letter_to(world.harbor_fire, address)


def test_a_secret_is_readable_nowhere_and_gone_once_it_has_left(world: World) -> None:
    with writing():
        (letter,) = post(
            world.harbor_fire.pk, ["a@b.example"], "Come", "Go to {link}", link="/in/s3cret/"
        )
    assert "s3cret" not in _everything_of(letter)

    with mail_server() as box:
        postman.send_due()

    assert "https://muster.example/in/s3cret/" in box.messages[0].get_content()
    assert again(letter).sealed == ""


def test_whoever_runs_nothing_does_not_read_to_whom_letters_went(world: World) -> None:
    assert reads.letters(world.dora).letters == ()

    with pytest.raises(NotAllowed):
        reads.letters(world.ben)


def test_without_a_server_letters_wait_and_the_page_says_so(world: World) -> None:
    letter = to_ben(world)

    assert postman.send_due() == 0

    assert reads.letters(world.dora).leave_by == ""
    assert again(letter).tries == 0


def test_what_is_written_to_a_folder_is_not_called_sent(world: World, tmp_path: Path) -> None:
    to_ben(world)

    with override_settings(
        LETTERS_LEAVE_BY="file",
        EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend",
        EMAIL_FILE_PATH=str(tmp_path),
    ):
        postman.send_due()

    (entry,) = reads.letters(world.dora).letters
    assert entry.state_label == "Written to a file, not sent"
    assert "To: ben@hcf.example" in next(tmp_path.iterdir()).read_text()


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://", "file://host/x", "smtp://h:99999"]
)
def test_an_address_of_no_mail_server_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        env.mail(url)


def test_a_subject_keeps_its_length_with_both_marks() -> None:
    subject, _text = letters.marked(letters.one_line("x" * 500), "t", exercise=True)

    assert len(subject) <= 150


def _let_time_pass(letter: Letter) -> None:
    with seeding():
        Letter.objects.filter(pk=letter.pk).update(due_at=timezone.now() - timedelta(seconds=1))


def _everything_of(letter: Letter) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT l::text FROM agencies_letter l WHERE id = %s", [letter.pk])
        return str(cursor.fetchone())
