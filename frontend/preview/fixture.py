"""A wildland fire under unified command, as one agency's view of it might be sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cast import (
    AGENCIES,
    DIVISIONS,
    EMS,
    FIRE,
    KINDS,
    NOTES,
    POLICE,
    POWER,
    SCHOOLS,
    SHERIFF,
    UNITS,
    WISHES,
)
from ladders import Ladders, Row


class Fixture(Ladders):
    """Rows with moments counted back from now."""

    def __init__(self, mode: str = "real_world") -> None:
        self.now = datetime.now(UTC)
        self.rows: dict[str, Row | None] = {}
        self.incident(mode)
        self.units()
        self.requests()
        self.talk()

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

    def talk(self) -> None:
        for number, text in enumerate(WISHES, 1):
            self.put(
                f"objective:{number}",
                FIRE,
                number=number,
                text=text,
                status="met" if number == 2 else "open",
            )
        for number, (owner, author, category, text, minutes) in enumerate(NOTES):
            self.put(
                f"note:{number}",
                owner,
                author=author,
                category=category,
                text=text,
                at=self.ago(minutes=minutes),
                recorded_at=self.ago(minutes=minutes),
            )
