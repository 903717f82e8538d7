"""The agencies of the made-up state of Marlowe. No real agency has these names."""

from typing import Final

from config.demo.shapes import Agency, Contact


def _contact(purpose: str, name: str, line: int, email: str) -> Contact:
    return Contact(purpose, name, f"555-01{line:02}", email)


def _agency(row: tuple[str, str, str, str, str, float, float], line: int) -> Agency:
    code, name, discipline, jurisdiction, domain, latitude, longitude = row
    return Agency(
        code=code,
        name=name,
        discipline=discipline,
        jurisdiction=jurisdiction,
        domain=domain,
        phone=f"555-01{line:02}",
        latitude=latitude,
        longitude=longitude,
        contacts=(
            Contact(
                "Requests, day and night", "Desk", f"555-01{line + 20:02}", f"dispatch@{domain}"
            ),
            Contact(
                "Agreements and billing", "Office", f"555-01{line + 40:02}", f"office@{domain}"
            ),
        ),
    )


# code, name, discipline, jurisdiction, domain, latitude, longitude
ROWS: Final = (
    (
        "PEFD",
        "Port Ellery Fire Department",
        "fire",
        "City of Port Ellery",
        "portelleryfire.example",
        46.7710,
        -90.8790,
    ),
    (
        "TCFD",
        "Tamarack County Fire District",
        "fire",
        "Tamarack County outside the city",
        "tamarackfire.example",
        46.7130,
        -90.9620,
    ),
    (
        "QFFD",
        "Quillan Falls Fire Department",
        "fire",
        "Quillan Falls, Grisholm County",
        "quillanfallsfire.example",
        46.4520,
        -91.1840,
    ),
    (
        "WCFD",
        "Wintercress Fire Protection District",
        "fire",
        "Wintercress County",
        "wintercressfire.example",
        45.9870,
        -90.4460,
    ),
    (
        "PEPD",
        "Port Ellery Police Department",
        "law_enforcement",
        "City of Port Ellery",
        "portellerypolice.example",
        46.7702,
        -90.8812,
    ),
    (
        "TCSO",
        "Tamarack County Sheriff",
        "law_enforcement",
        "Tamarack County",
        "tamaracksheriff.example",
        46.7220,
        -90.9410,
    ),
    (
        "TEMS",
        "Tamarack Regional EMS",
        "ems",
        "Tamarack County",
        "tamarackems.example",
        46.7550,
        -90.8950,
    ),
    (
        "GAMB",
        "Grisholm Ambulance Authority",
        "ems",
        "Grisholm County",
        "grisholmambulance.example",
        46.4610,
        -91.1710,
    ),
    (
        "TCEM",
        "Tamarack County Emergency Management",
        "emergency_management",
        "Tamarack County",
        "tamarackem.example",
        46.7215,
        -90.9400,
    ),
    (
        "MSEM",
        "Marlowe Emergency Management Division",
        "emergency_management",
        "State of Marlowe",
        "marlowe-em.example",
        45.6120,
        -90.1030,
    ),
    (
        "TCPH",
        "Tamarack Public Health",
        "public_health",
        "Tamarack County",
        "tamarackhealth.example",
        46.7600,
        -90.8900,
    ),
    (
        "TCPA",
        "Tamarack County Prosecutor",
        "prosecutor",
        "Tamarack County",
        "tamarackprosecutor.example",
        46.7230,
        -90.9390,
    ),
    (
        "TFCS",
        "Tamarack Family and Child Services",
        "social_services",
        "Tamarack County",
        "tamarackfamilies.example",
        46.7580,
        -90.8870,
    ),
    (
        "PESD",
        "Port Ellery School District",
        "school",
        "Schools of Port Ellery",
        "portelleryschools.example",
        46.7650,
        -90.8840,
    ),
    (
        "TCRT",
        "Tamarack Roads and Transit",
        "transportation",
        "Tamarack County roads and buses",
        "tamarackroads.example",
        46.7310,
        -90.9230,
    ),
    (
        "BVEG",
        "Birchvale Electric and Gas Cooperative",
        "utility",
        "Tamarack and Grisholm",
        "birchvale-energy.example",
        46.7020,
        -90.9080,
    ),
    (
        "CLR",
        "Cedar Lantern Relief",
        "ngo_private",
        "Lake counties of Marlowe",
        "cedarlantern.example",
        46.7490,
        -90.8990,
    ),
    (
        "NSRY",
        "Northspur Railway",
        "ngo_private",
        "Northspur main line and yards",
        "northspur-rail.example",
        46.7800,
        -90.8600,
    ),
)

AGENCIES: Final = tuple(_agency(row, line) for line, row in enumerate(ROWS, start=1))
