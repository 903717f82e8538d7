"""Who is at the made-up fire: agencies, kinds, units and where they stand."""

from __future__ import annotations

from typing import Any

PII = {"withheld": "PII"}
FIRE, EMS, SHERIFF, POLICE, POWER, SCHOOLS = "a-hcf", "a-bce", "a-hcs", "a-bcp", "a-hpl", "a-usd"
AGENCIES = {
    FIRE: ("HCF", "Harbor County Fire", "fire", "lead"),
    EMS: ("BCE", "Bay City EMS", "ems", "assisting"),
    SHERIFF: ("HCSO", "Harbor County Sheriff", "law_enforcement", "lead"),
    POLICE: ("BCPD", "Bay City Police", "law_enforcement", "assisting"),
    POWER: ("HPL", "Harbor Power and Light", "utility", "cooperating"),
    SCHOOLS: ("USD4", "Unified School District 4", "school", "cooperating"),
}
KINDS = {
    "engine": ("Engine, Fire (Pumper)", "engine"),
    "crew": ("Hand crew", "crew"),
    "helo": ("Helicopter", "helicopter"),
    "tanker": ("Air tanker", "fixed-wing"),
    "dozer": ("Dozer", "equipment"),
    "ambulance": ("Ambulance, Ground", "misc"),
    "patrol": ("Patrol strike team", "crew"),
    "person": ("Safety officer", "personnel"),
    "bus": ("School bus", "generic"),
}
UNITS = [
    ("E312", FIRE, "engine", 3, 4, "assigned", "d-a", 34, "Lt. Okafor"),
    ("E317", FIRE, "engine", 3, 4, "assigned", "d-a", 12, "Capt. Lindqvist"),
    ("E9", FIRE, "engine", 1, 4, "assigned", "d-a", 51, PII),
    ("Crew 7", FIRE, "crew", 2, 18, "assigned", "d-b", 71, "Supt. Reyes"),
    ("Dozer 2", FIRE, "dozer", 2, 2, "assigned", "d-b", 25, "J. Pratt"),
    ("H407", FIRE, "helo", 3, 5, "assigned", "d-air", 18, "N. Abara"),
    ("T16", FIRE, "tanker", 3, 2, "assigned", "d-air", 6, None),
    ("M21", EMS, "ambulance", 2, 2, "assigned", "d-med", 16, PII),
    ("M24", EMS, "ambulance", 1, 2, "assigned", "d-med", 3, PII),
    ("P4", SHERIFF, "patrol", 3, 6, "assigned", "d-evac", 44, "Sgt. Moreno"),
    ("P6", SHERIFF, "patrol", 3, 6, "assigned", "d-evac", 22, "Sgt. Hale"),
    ("BC41", POLICE, "patrol", 3, 4, "assigned", "d-evac", 9, {"withheld": "OPS-R"}),
    ("Bus 12", SCHOOLS, "bus", None, 1, "assigned", "d-evac", 31, "D. Ito"),
    ("E305", FIRE, "engine", 3, 4, "en_route", None, 11, "Capt. Voss"),
    ("E306", FIRE, "engine", 3, 4, "en_route", None, 8, "Lt. Adeyemi"),
    ("Crew 3", FIRE, "crew", 1, 20, "mobilizing", None, 4, None),
    ("M30", EMS, "ambulance", 2, 2, "committed", None, 1, PII),
    ("E311", FIRE, "engine", 6, 3, "staged", "d-stage", 27, "Capt. Brandt"),
    ("HPL 3", POWER, "person", None, 2, "staged", "d-stage", 14, "R. Osei"),
    ("BC44", POLICE, "patrol", 4, 4, "checked_in", None, 2, {"withheld": "OPS-R"}),
    ("E88", FIRE, "engine", 4, 3, "checked_in", None, 5, "Capt. Ng"),
    ("E314", FIRE, "engine", 3, 4, "out_of_service", None, 38, "Lt. Sandoval"),
    ("M18", EMS, "ambulance", 2, 2, "demobilizing", None, 12, PII),
]
DIVISIONS = {
    "d-stage": ("staging_area", "Fairgrounds", "STAM T. Wells"),
    "d-a": ("division", "A", "DIVS K. Maddox"),
    "d-b": ("division", "B", "DIVS P. Juarez"),
    "d-air": ("group", "Air Operations", "AOBD S. Lund"),
    "d-med": ("group", "Medical", PII),
    "d-evac": ("group", "Evacuation", None),
}
WISHES = [
    "No fire east of Canyon Road before 18:00",
    "Summit Drive evacuated by 16:30",
    "Keep substation 4 in service",
]
NOTES: list[Any] = [
    (
        FIRE,
        "Ana Ruiz",
        "OPS",
        "Spot fire across Canyon Road at drop point 4. Division A holding.",
        1,
    ),
    (
        SHERIFF,
        "Lt. D. Whitcomb",
        "OPS",
        "Summit Drive clear, 41 homes. Traffic post at Mill Street.",
        6,
    ),
    (EMS, "Cleo Hart", "PHI", {"withheld": "PHI"}, 11),
    (POWER, "R. Osei", "OPS", "Line 12 kV at Summit is de-energized and tagged.", 19),
    (SCHOOLS, "D. Ito", "OPS", "Two more buses can be at the fairgrounds in 20 min.", 77),
]
