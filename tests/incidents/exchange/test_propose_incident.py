"""What a dispatcher is shown to confirm when an alert comes in."""

import pytest

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_alert import Category, Mode, Severity
from incidents.exchange.cap_hazards import Hazard, hazard
from incidents.exchange.cap_proposals import proposal
from incidents.exchange.places import Circle, Point, middle
from tests.incidents.exchange.alerts import SOUND, changed


def test_an_alert_proposes_an_incident_with_its_place():
    proposed = proposal(read_alert(SOUND.encode())[0])

    assert proposed.name == "Warehouse fire, Pier 9"
    assert (proposed.hazard, proposed.mode) == (Hazard.FIRE, Mode.REAL_WORLD)
    assert (proposed.place, proposed.point) == ("Pier 9", Point(39.0, -121.0))
    assert (proposed.severity, proposed.headline) == (Severity.SEVERE, "Smoke over Pier 9")


def test_an_exercise_proposes_an_exercise():
    assert proposal(read_alert(changed(">Actual<", ">Exercise<"))[0]).mode is Mode.EXERCISE


def test_a_draft_proposes_nothing():
    assert proposal(read_alert(SOUND.encode())[0]) is not None
    assert proposal(read_alert(changed(">Actual<", ">Draft<"))[0]) is None


@pytest.mark.parametrize(
    ("language", "event"),
    [
        ("es-MX", "Incendio"),
        ("es-US", "Incendio"),
        ("EN-us", "Warehouse fire"),
        ("de-DE", "Warehouse fire"),
    ],
)
def test_the_block_in_the_readers_language_is_chosen(language, event):
    block = SOUND[SOUND.index("<info>") : SOUND.index("</alert>")]
    spanish = block.replace("en-US", "es-MX").replace("Warehouse fire", "Incendio")
    alert, _ = read_alert(changed("</alert>", f"{spanish}</alert>"))

    assert proposal(alert, language).name == f"{event}, Pier 9"


@pytest.mark.parametrize(
    ("event", "category", "kind"),
    [
        ("FLASH FLOOD WATCH", Category.MET, Hazard.FLOOD),
        ("Tornado watch for the storm", Category.MET, Hazard.TORNADO),
        ("Child abduction", Category.SECURITY, Hazard.MISSING_PERSON),
        ("053/055 Issue", Category.MET, Hazard.SEVERE_WEATHER),
        ("Something", Category.CBRNE, Hazard.HAZARDOUS_MATERIALS),
        ("Grain elevator explosion", Category.FIRE, Hazard.FIRE),
        ("Theater fire", Category.FIRE, Hazard.FIRE),
    ],
)
def test_the_words_of_an_event_decide_before_its_category(event, category, kind):
    assert hazard(event, (category,)) is kind


def test_the_middle_of_a_ring_around_the_antimeridian_is_on_it():
    ring = (Point(-18, 179), Point(-18, -179), Point(-16, -179), Point(-16, 179), Point(-18, 179))

    assert middle((ring,), ()) == Point(-17.0, -180.0)


def test_the_larger_circle_draws_the_middle_to_itself():
    large, small = Circle(Point(40, -120), 30), Circle(Point(44, -120), 10)

    assert middle((), (large, small)) == Point(40.4, -120.0)


def test_a_ring_without_area_has_its_middle_among_its_points():
    ring = (Point(1, 1), Point(3, 3), Point(1, 1), Point(1, 1))

    assert middle((ring,), ()) is not None
