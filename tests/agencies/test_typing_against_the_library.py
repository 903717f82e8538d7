"""Our catalogue beside the ids, titles and types that the corpus holds of the RTLT."""

import json

import pytest

from agencies.typing import catalogue
from tests.corpus import corpus_file

SPELLED_OTHERWISE = {
    "2-508-1053": 'Mobile Communications Center (Also referred to as "Mobile EOC")',
    "10-508-1254": "Housing Task Force (NQS)",
}
LEFT_OUT = {
    "6-508-1216": "Waterborne Response Team",
    "7-508-1100": "Water Pump, Dewatering",
    "7-508-1101": "Water Pump, Drinking Water Supply \N{EN DASH} Untreated Source",
    "7-508-1102": "Water Pump, Water Distribution",
    "7-508-1103": "Water Pump, Wastewater",
    "7-508-1206": "Water Main Leak Locating Team \N{EN DASH} Water Distribution",
    "7-508-1259": "Water Valve Maintenance (Truck/Trailer) \N{EN DASH} Water Distribution",
    "8-508-1021": "US&R Incident Support Team",
    "8-508-1215": "Waterborne Search and Rescue (SAR) Team",
    "15-508-1174": "Hazard Mitigation Planning Team",
    "15-508-1175": "Hazard Mitigation Operations Team",
    "21-508-1263": "Geology Field Reconnaissance Team",
}


@pytest.fixture
def titles():
    listed = json.loads(corpus_file("nims-rtlt/fema_resource_types_raw.json").read_text("utf-8"))
    return {one["id"]: one["name"] for one in listed}


@pytest.fixture
def definitions():
    whole = json.loads(corpus_file("nims-rtlt/fema_rtlt_nqs.json").read_text("utf-8"))
    return {
        one["fema_id"]: one
        for one in whole["records"]
        if one["record_type"] == "Resource Typing Definition"
    }


def test_every_id_we_hold_is_in_the_library_under_the_same_title(titles):
    ours = {one.code: one.name for one in catalogue.kinds() if not one.is_local}

    differs = {code: titles.get(code) for code in ours if titles.get(code) != ours[code]}

    assert len(ours) == 148
    assert differs == SPELLED_OTHERWISE


def test_what_we_leave_out_of_the_library_is_known_by_name(titles):
    ours = {one.code for one in catalogue.kinds()}

    assert {code: titles[code] for code in titles.keys() - ours} == LEFT_OUT


def test_kinds_have_as_many_types_as_their_definitions(definitions):
    ours = {one.code: len(one.types) for one in catalogue.kinds() if one.code in definitions}
    theirs = {code: len(definitions[code]["type_levels"]) for code in ours}

    assert len(ours) > 70
    assert ours == theirs


def test_disciplines_are_the_librarys(definitions):
    ours = {one.code: one.discipline for one in catalogue.kinds() if one.code in definitions}

    assert ours == {code: definitions[code]["resource_category"] for code in ours}
