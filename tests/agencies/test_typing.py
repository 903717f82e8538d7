"""The catalogue of resource kinds, and what satisfies an order for a type."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from agencies.typing import catalogue
from agencies.typing.catalogue import Misprint, satisfies

ROOT = Path(catalogue.__file__).parents[2]


def test_an_engine_has_the_minima_of_its_definition():
    engine = catalogue.kind("4-508-1276")

    assert engine.name == "Engine \N{EN DASH} Fire (Pumper)"
    assert [one.personnel for one in engine.types] == [4, 4, 3, 2]
    assert engine.type(3).measures == (
        "Pump at least 150 GPM",
        "Tank at least 500 gal",
        "1.5-inch hose at least 1,000 ft",
        "1-inch hose at least 500 ft",
    )


def test_a_patrol_team_has_86_57_28_or_12_people():
    patrol = catalogue.kind("6-508-1034")

    assert [one.personnel for one in patrol.types] == [86, 57, 28, 12]
    assert patrol.type(4).measures[-1] == "Patrol vehicles 6"


def test_a_kind_that_is_a_single_type_has_one():
    ambulance = catalogue.kind("3-508-1292")

    assert [one.number for one in ambulance.types] == [1]
    with pytest.raises(KeyError, match="has no Type 2"):
        ambulance.type(2)


def test_minimum_people_never_grow_as_types_become_less_capable():
    kinds = catalogue.kinds()

    grows = [one.code for one in kinds if _staffing(one) != sorted(_staffing(one), reverse=True)]

    assert len(kinds) > 180
    assert grows == []


def test_every_kind_has_a_card_and_a_letter_that_a_dispatcher_knows():
    assert {one.order_letter for one in catalogue.kinds()} == {"A", "C", "E", "O", "S"}
    assert _card("4-508-1276") == "engine"
    assert _card("4-508-1282") == "helicopter"
    assert _card("6-508-1003") == "fixed-wing"
    assert _card("6-508-1034") == "crew"
    assert _card("8-508-1262") == "misc"


def test_local_kinds_are_told_apart_and_have_no_national_type():
    local = [one for one in catalogue.kinds() if one.is_local]

    assert catalogue.kind("LOCAL-SCHOOL-BUS") in local
    assert {one.typing for one in local} == {"local"}
    assert [one.code for one in local if one.types] == []
    assert catalogue.kind("4-508-1276") not in local


def test_rule_res_05_a_type_satisfies_an_order_for_itself():
    assert satisfies(2, 2, or_better=False)
    assert not satisfies(3, 2, or_better=False)


def test_rule_res_05_a_better_type_satisfies_only_where_the_requestor_allows_it():
    assert satisfies(1, 2, or_better=True)
    assert not satisfies(1, 2, or_better=False)
    assert not satisfies(3, 2, or_better=True)


def test_rule_res_05_an_untyped_resource_satisfies_only_an_untyped_order():
    assert satisfies(None, None, or_better=False)
    assert satisfies(4, None, or_better=False)
    assert not satisfies(None, 4, or_better=True)


def test_search_finds_every_word_in_any_order_with_the_best_names_first():
    found = [one.code for one in catalogue.search("ambulance strike")]

    assert found == ["3-508-1294", "3-508-1295"]
    assert catalogue.search("4-508-1276") == (catalogue.kind("4-508-1276"),)
    assert catalogue.search("submarine") == ()
    assert catalogue.search(" ") == ()


def test_a_record_with_an_unknown_key_is_a_misprint(tmp_path, monkeypatch):
    with pytest.raises(Misprint, match="colour is not a key"):
        _read(tmp_path, monkeypatch, '[LOCAL-X]\nname = "X"\nfamily = "Team"\ncolour = "red"\n')


def test_a_row_without_a_cell_for_each_type_is_a_misprint(tmp_path, monkeypatch):
    record = '[4-508-1]\nname = "X"\nfamily = "Team"\ntypes = 2\nrows = [["Seats", "4"]]\n'

    with pytest.raises(Misprint, match="a cell for each of 2 types"):
        _read(tmp_path, monkeypatch, record)


def test_the_catalogue_loads_in_under_50_ms():
    script = (
        "import time, tomllib, dataclasses, pathlib, typing; start = time.process_time();"
        "from agencies.typing import catalogue; catalogue.kinds();"
        "print(time.process_time() - start)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert float(ran.stdout) < 0.050


def test_the_second_look_costs_nothing():
    first = catalogue.kinds()

    began = time.process_time()
    again = catalogue.kinds()

    assert again == first
    assert again[0] is first[0]
    assert time.process_time() - began < 0.005


def _staffing(one):
    return [level.personnel for level in one.types if level.personnel is not None]


def _card(code):
    return catalogue.kind(code).card


def _read(folder, monkeypatch, record):
    (folder / "made_up.toml").write_text(record)
    monkeypatch.setattr(catalogue, "HERE", folder)
    monkeypatch.setattr(catalogue, "_catalogue", catalogue._catalogue.__wrapped__)
    catalogue.kinds()
