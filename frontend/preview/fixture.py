"""A wildland fire under unified command, as one agency's view of it might be sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

Row = dict[str, Any]
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
    "tanker": ("Air tanker", "fixed_wing"),
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


class Fixture:
    """Rows with moments counted back from now."""

    def __init__(self, mode: str = "real_world") -> None:
        self.now = datetime.now(UTC)
        self.rows: dict[str, Row | None] = {}
        self.incident(mode)
        self.units()
        self.requests()
        self.talk()

    def ago(self, **back: float) -> str:
        return (self.now - timedelta(**back)).isoformat()

    def put(self, key: str, owner: str, **fields: Any) -> None:
        self.rows[key] = {"owner": owner, "version": 1, **fields}

    def frame(self, rows: dict[str, Row | None] | None = None, cursor: str = "c1") -> Row:
        at = datetime.now(UTC).isoformat()
        return {"cursor": cursor, "at": at, "rows": self.rows if rows is None else rows}

    def incident(self, mode: str) -> None:
        self.put(
            "incident:1",
            FIRE,
            number="26-0412",
            name="Canyon Road fire",
            kind="wildland_fire",
            kind_label="Wildland fire",
            complexity=3,
            place="Canyon Rd and Summit Dr, Harbor County",
            latitude=None,
            longitude=None,
            mode=mode,
            status="active",
            structure="unified",
            opened_at=self.ago(hours=3, minutes=12),
            closed_at=None,
            time_zone="America/Los_Angeles",
        )
        for agency, (code, name, discipline, role) in AGENCIES.items():
            self.put(
                f"participation:{agency}",
                agency,
                agency=agency,
                agency_name=name,
                agency_code=code,
                discipline=discipline,
                role=role,
                status="accepted",
                since=self.ago(hours=2),
            )
        self.put(
            "seat:s1",
            FIRE,
            agency=FIRE,
            holder="Ana Ruiz",
            holder_id="m-ana",
            title="IC",
            since=self.ago(minutes=72),
        )
        self.put(
            "seat:s2",
            SHERIFF,
            agency=SHERIFF,
            holder="Lt. D. Whitcomb",
            holder_id="m-whit",
            title="IC",
            since=self.ago(minutes=48),
        )
        for key, (kind, name, supervisor) in DIVISIONS.items():
            self.put(
                f"division:{key}", FIRE, kind=kind, name=name, supervisor=supervisor, place=None
            )

    def units(self) -> None:
        for number, (
            sign,
            owner,
            kind,
            of_type,
            people,
            state,
            division,
            minutes,
            leader,
        ) in enumerate(UNITS):
            name, card = KINDS[kind]
            reason = "mechanical" if state == "out_of_service" else None
            eta = (
                (self.now + timedelta(minutes=number)).isoformat() if state == "en_route" else None
            )
            self.put(
                f"deployment:u{number}",
                owner,
                resource=f"r{number}",
                call_sign=sign,
                kind_code=kind,
                kind_name=name,
                card=card,
                type=of_type,
                personnel=people,
                leader=leader,
                state=state,
                ics_status=None,
                reason=reason,
                division=division,
                eta=eta,
                since=self.ago(minutes=minutes, seconds=number * 7),
                order_number=None,
                unordered=sign == "E88",
            )

    def requests(self) -> None:
        self.request("R-17", "emergency", "Division A, drop point 4", 26, "Partly filled")
        self.line("R-17", "E-12", "Engine", 3, 4, 2)
        self.rung(
            "E-12", 1, "Automatic aid", "answered", [(POLICE, "declined", 0, "no_crew")], asked=2
        )
        self.rung(
            "E-12",
            2,
            "Neighbors",
            "answered",
            [(EMS, "accepted", 2, None), (POWER, "expired", 0, None)],
            asked=4,
        )
        self.rung(
            "E-12",
            3,
            "County mutual aid",
            "asked",
            [(SHERIFF, "acknowledged", 0, None), (SCHOOLS, "requested", 0, None)],
            asked=2,
        )
        self.rung("E-12", 4, "State EMAC", "waiting", [], asked=2)
        self.request("R-18", "urgent", "Fairgrounds staging", 74, "Asked")
        self.line("R-18", "C-3", "Hand crew", 2, 1, 0)
        self.rung("C-3", 1, "Automatic aid", "asked", [(FIRE, "requested", 0, None)], asked=1)
        self.rung("C-3", 2, "Neighbors", "waiting", [], asked=1)
        self.request("R-15", "routine", "Incident base", 190, "Filled")
        self.line("R-15", "M-2", "Ambulance, ground", 2, 2, 2)
        self.rung("M-2", 1, "Automatic aid", "answered", [(EMS, "accepted", 2, None)], asked=2)

    def request(self, number: str, priority: str, place: str, minutes: int, label: str) -> None:
        self.put(
            f"request:{number}",
            FIRE,
            number=number,
            priority=priority,
            deliver_to=place,
            needed_by=(self.now + timedelta(minutes=minutes)).isoformat(),
            requested_by="Ana Ruiz",
            status="filled" if label == "Filled" else "open",
            status_label=label,
            verbal=False,
            reason=None,
        )

    def line(
        self, request: str, number: str, kind: str, of_type: int, ordered: int, accepted: int
    ) -> None:
        self.put(
            f"line:{number}",
            FIRE,
            request=request,
            number=number,
            kind_code=kind,
            kind_name=kind,
            type=of_type,
            or_better=True,
            ordered=ordered,
            accepted=accepted,
            received=accepted // 2,
            status="open",
            tier=1,
        )

    def rung(
        self, line: str, at: int, label: str, status: str, answers: list[Any], asked: int
    ) -> None:
        key = f"{line}-{at}"
        due = (self.now + timedelta(seconds=134 if at == 3 else 47)).isoformat()
        self.put(
            f"rung:{key}",
            FIRE,
            line=line,
            position=at,
            tier=at,
            tier_label=label,
            status=status,
            asked_at=self.ago(minutes=2),
            remind_at=None,
            due_at=due,
            note=None,
        )
        for agency, state, quantity, reason in answers:
            self.put(
                f"solicitation:{key}-{agency}",
                agency,
                line=line,
                rung=key,
                agency=agency,
                agency_name=AGENCIES[agency][1],
                status=state,
                asked_quantity=asked,
                quantity=quantity,
                reason=reason,
                answered_at=self.ago(minutes=4) if state in {"accepted", "declined"} else None,
                due_at=due,
                clause="Clause 4.2: may ask for engines.",
                late=False,
            )

    def talk(self) -> None:
        wishes = [
            "No fire east of Canyon Road before 18:00",
            "Summit Drive evacuated by 16:30",
            "Keep substation 4 in service",
        ]
        for number, text in enumerate(wishes, 1):
            self.put(
                f"objective:{number}",
                FIRE,
                number=number,
                text=text,
                status="met" if number == 2 else "open",
            )
        notes: list[Any] = [
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
        for number, (owner, author, category, text, minutes) in enumerate(notes):
            self.put(
                f"note:{number}",
                owner,
                author=author,
                category=category,
                text=text,
                at=self.ago(minutes=minutes),
                recorded_at=self.ago(minutes=minutes),
            )
