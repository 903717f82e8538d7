"""What somebody reads in a CAP alert that another system sent."""

from datetime import UTC, datetime

import pytest

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_alert import (
    Certainty,
    MessageType,
    Mode,
    Reference,
    Scope,
    SignatureState,
    Status,
)
from incidents.exchange.places import Circle, Point
from incidents.exchange.problems import Problems
from tests.incidents.exchange.alerts import OLDER, SOUND, UPDATE, changed


def test_the_head_of_an_alert_is_read():
    alert, remarks = read_alert(SOUND.encode())

    assert (alert.version, alert.identifier) == ("1.2", "HC-2026-0117")
    assert alert.sent == datetime(2026, 5, 24, 21, 49, tzinfo=UTC)
    assert (alert.status, alert.message_type) == (Status.ACTUAL, MessageType.ALERT)
    assert (alert.scope, alert.incidents) == (Scope.PUBLIC, ("Harbor Fire", "Pier9"))
    assert alert.signature is SignatureState.NONE
    assert remarks == ()


def test_what_an_alert_says_is_read():
    alert, _ = read_alert(SOUND.encode())

    (info,) = alert.infos
    assert (info.event, info.headline) == ("Warehouse fire", "Smoke over Pier 9")
    assert info.event_codes[0].value == "FRW"
    assert info.expires == datetime(2026, 5, 25, 3, 0, tzinfo=UTC)
    assert info.resources[0].uri == "https://harbor.example/117.png"


def test_the_area_of_an_alert_is_read():
    alert, _ = read_alert(SOUND.encode())

    (area,) = alert.infos[0].areas
    assert area.polygons[0][1] == Point(38, -122)
    assert area.circles == (Circle(Point(39, -121), 0.5),)
    assert (area.altitude, area.ceiling) == (0.0, 2500.5)


def test_an_update_names_the_message_it_replaces():
    alert, _ = read_alert(UPDATE.encode())

    sent = datetime(2026, 5, 24, 21, 0, tzinfo=UTC)
    assert alert.references == (Reference("alerts@harbor.example", "HC-2026-0116", sent),)


@pytest.mark.parametrize(
    ("status", "mode"),
    [
        ("Actual", Mode.REAL_WORLD),
        ("Exercise", Mode.EXERCISE),
        ("Test", Mode.TEST),
        ("System", Mode.TEST),
        ("Draft", None),
    ],
)
def test_only_an_actual_alert_is_real(status, mode):
    alert, _ = read_alert(changed(">Actual<", f">{status}<"))

    assert alert.mode is mode


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (">Observed<", ">Very Likely<", "Very Likely"),
        ("<areaDesc>Pier 9<", "<areaDesc> <", "no name"),
        ("<scope>Public</scope>", "<scope>Public</scope><restriction>us</restriction>", "Public"),
        ("https://harbor.example/alerts/117", "javascript:alert(1)", "web address"),
        ("T22:00:00-05:00", "T10:00:00-05:00", "expired"),
        ("</info>", '<x xmlns="urn:own"><y/></x></info>', "another standard"),
        ("<alert ", '<alert lang="en" ', "attribute"),
        ("<polygon>38,-120 38,-122 40,-122 40,-120 38,-120<", "<polygon><", "empty"),
    ],
)
def test_what_is_odd_is_taken_with_a_remark(before, after, word):
    _, remarks = read_alert(changed(before, after))

    assert word in " ".join(map(str, remarks))


def test_an_exercise_without_a_note_is_remarked():
    exercise = changed(">Actual<", ">Exercise<").decode()
    _, none = read_alert(exercise.encode())
    _, remarks = read_alert(exercise.replace("First word of it", "").encode())

    assert none == ()
    assert "note is missing" in str(remarks[0])


def test_very_likely_is_read_as_likely():
    alert, _ = read_alert(changed(">Observed<", ">Very Likely<", OLDER))

    assert alert.infos[0].certainty is Certainty.LIKELY


def test_an_address_that_would_run_a_script_is_not_kept():
    alert, _ = read_alert(changed("https://harbor.example/alerts/117", "javascript:alert(1)"))

    assert alert.infos[0].web == ""


def test_text_that_turns_the_reading_direction_is_shown_as_such():
    alert, _ = read_alert(changed("Smoke over", "Smoke \u202e over e\u0301"))

    assert alert.infos[0].headline == "Smoke [U+202E] over \u00e9 Pier 9"


def test_every_problem_is_told_at_once_with_its_line():
    text = SOUND.replace(">Severe<", ">Terrible<").replace(">Public<", ">All<")
    with pytest.raises(Problems) as refused:
        read_alert(text.replace("40,-122", "240,-122").encode())

    told = {(finding.where, finding.line) for finding in refused.value.found}
    assert told == {
        ("alert/scope", 9),
        ("alert/info/severity", 19),
        ("alert/info/area/polygon", 38),
    }


def test_a_message_full_of_problems_is_not_read_to_its_end():
    many = "<nonsense/>" * 3000
    with pytest.raises(Problems) as refused:
        read_alert(changed("<info>", f"{many}<info>"))

    assert len(refused.value.found) == 51
    assert "may be more" in str(refused.value)


def test_the_older_standard_takes_times_in_z_and_says_so():
    alert, remarks = read_alert(
        changed("<sent>2026-05-24T16:49:00-05:00", "<sent>2026-05-24T21:49:00.25Z", OLDER)
    )

    assert alert.sent == datetime(2026, 5, 24, 21, 49, 0, 250_000, tzinfo=UTC)
    assert "Z" in str(remarks[0])


def test_an_element_of_another_standard_is_never_read_in_place_of_the_real_one():
    foreign = '<severity xmlns="urn:elsewhere">Minor</severity>'
    alert, remarks = read_alert(changed("<severity>", f"{foreign}<severity>"))

    assert alert == read_alert(SOUND.encode())[0]
    assert "another standard" in str(remarks[0])
