"""The resources of the demo region, by agency and home base."""

from typing import Final

from config.demo.shapes import Resource

ENGINE: Final = "4-508-1276"
ALS: Final = "3-508-1292"
BLS: Final = "3-508-1293"
HAZMAT: Final = "4-508-1248"
TENDER: Final = "4-508-1288"
PATROL: Final = "LOCAL-PATROL"

# agency, home base, latitude, longitude: call sign, kind, type, people
ROWS: Final = {
    ("PEFD", "Station 1, Dock Street", 46.7712, -90.8786): (
        ("Engine 1", ENGINE, 1, 4),
        ("Engine 2", ENGINE, 1, 4),
        ("Ladder 1", "4-508-1273", 1, 4),
        ("Rescue 1", "LOCAL-RESCUE", None, 4),
        ("Battalion 1", "LOCAL-CHIEF", None, 1),
    ),
    ("PEFD", "Station 2, Alder Point", 46.7815, -90.8655): (
        ("Engine 3", ENGINE, 1, 4),
        ("Engine 4", ENGINE, 2, 4),
        ("HazMat 1", HAZMAT, 2, 8),
    ),
    ("TCFD", "Station 11, Tamarack Center", 46.713, -90.962): (
        ("Engine 11", ENGINE, 1, 4),
        ("Engine 12", ENGINE, 1, 4),
        ("Tender 11", TENDER, 2, 2),
        ("Medic 11", ALS, 1, 2),
    ),
    ("TCFD", "Station 14, Sable Creek", 46.668, -90.845): (
        ("Engine 14", ENGINE, 1, 4),
        ("Brush 14", "LOCAL-BRUSH", None, 2),
        ("Tender 14", TENDER, 2, 2),
        ("Tender 15", TENDER, 1, 2),
        ("Medic 14", ALS, 1, 2),
    ),
    ("QFFD", "Quillan Falls Station 1", 46.452, -91.184): (
        ("Engine 31", ENGINE, 1, 4),
        ("Engine 32", ENGINE, 1, 4),
        ("Quint 31", "4-508-1286", 1, 4),
        ("HazMat 31", HAZMAT, 1, 8),
    ),
    ("QFFD", "Quillan Falls Station 3", 46.439, -91.21): (
        ("Engine 33", ENGINE, 1, 4),
        ("Engine 34", ENGINE, 1, 4),
    ),
    ("WCFD", "Wintercress Station 51", 45.987, -90.446): (
        ("Engine 51", ENGINE, 1, 4),
        ("Engine 52", ENGINE, 1, 4),
        ("Engine 53", ENGINE, 1, 4),
        ("Medic 51", ALS, 1, 2),
        ("Medic 52", ALS, 1, 2),
        ("Tender 51", "4-508-1287", 1, 2),
    ),
    ("WCFD", "Wintercress Station 54", 46.042, -90.398): (
        ("Engine 54", ENGINE, 1, 4),
        ("Engine 55", ENGINE, 1, 4),
        ("Engine 56", ENGINE, 1, 4),
        ("Medic 54", ALS, 1, 2),
    ),
    ("PEPD", "Police Headquarters", 46.7702, -90.8812): (
        ("Unit 21", PATROL, None, 2),
        ("Unit 22", PATROL, None, 2),
        ("Unit 23", PATROL, None, 1),
        ("Unit 24", PATROL, None, 1),
        ("Sergeant 2", "LOCAL-SUPERVISOR", None, 1),
        ("School 1", "LOCAL-SRO", None, 2),
        ("Negotiators", "6-508-1231", 2, 3),
    ),
    ("TCSO", "Sheriff's Complex", 46.722, -90.941): (
        ("Deputy 7", PATROL, None, 1),
        ("Deputy 8", PATROL, None, 1),
        ("Deputy 9", PATROL, None, 1),
        ("SWAT", "6-508-1245", 3, 15),
        ("Traffic 1", "LOCAL-TRAFFIC", None, 4),
        ("Air 1", "2-508-1246", 1, 3),
        ("K9 3", "6-508-1290", 3, 1),
        ("Command Post 1", "LOCAL-COMMAND-POST", None, 2),
    ),
    ("TEMS", "EMS Base North", 46.755, -90.895): (
        ("Ambulance 61", ALS, 1, 2),
        ("Ambulance 62", ALS, 1, 2),
        ("Bus 6", "3-508-1296", 1, 4),
        ("Supervisor 6", "LOCAL-EMS-SUPERVISOR", None, 1),
    ),
    ("TEMS", "EMS Base South", 46.692, -90.93): (
        ("Ambulance 63", ALS, 1, 2),
        ("Ambulance 64", ALS, 1, 2),
        ("Ambulance 65", BLS, 1, 2),
    ),
    ("GAMB", "Grisholm Base", 46.461, -91.171): (
        ("Ambulance 71", ALS, 1, 2),
        ("Ambulance 72", ALS, 1, 2),
        ("Ambulance 73", ALS, 1, 2),
        ("Ambulance 74", BLS, 1, 2),
    ),
    ("TCEM", "County EOC", 46.7215, -90.94): (
        ("Duty Officer", "LOCAL-EM-DUTY", None, 1),
        ("Light Tower 1", "LOCAL-LIGHT-TOWER", None, 0),
    ),
    ("MSEM", "State Logistics Center", 45.612, -90.103): (("Team Marlowe", "2-508-1050", 3, 12),),
    ("TCPH", "Health Center", 46.76, -90.89): (
        ("Air Monitoring 1", "LOCAL-AIR-MONITORING", None, 2),
        ("Environment Team", "12-508-1135", 1, 4),
    ),
    ("TCPA", "Courthouse Annex", 46.723, -90.939): (
        ("Prosecutor On Call", "LOCAL-PROSECUTOR", None, 1),
    ),
    ("TFCS", "Family Center", 46.758, -90.887): (
        ("Crisis Team A", "LOCAL-CRISIS-WORKERS", None, 2),
    ),
    ("PESD", "District Bus Yard", 46.765, -90.884): (
        ("Bus 104", "LOCAL-SCHOOL-BUS", None, 1),
        ("Bus 107", "LOCAL-SCHOOL-BUS", None, 1),
        ("Reunification", "LOCAL-REUNIFICATION", None, 8),
    ),
    ("TCRT", "Roads Yard", 46.731, -90.923): (
        ("Transit 12", "LOCAL-TRANSIT-BUS", None, 1),
        ("Barricade Crew", "LOCAL-BARRICADES", None, 3),
        ("Plow 9", "LOCAL-PLOW", None, 1),
    ),
    ("BVEG", "Birchvale Yard", 46.702, -90.908): (
        ("Gas Crew 2", "LOCAL-GAS-CREW", None, 3),
        ("Line Crew 5", "LOCAL-LINE-CREW", None, 4),
    ),
    ("CLR", "Lantern House", 46.749, -90.899): (
        ("Canteen 1", "LOCAL-CANTEEN", None, 3),
        ("Shelter Team", "9-508-1155", 2, 4),
    ),
    ("NSRY", "Northspur Yard", 46.78, -90.86): (
        ("Rail HazMat", "LOCAL-RAIL-HAZMAT", None, 2),
        ("Wrecker 1", "LOCAL-WRECKER", None, 4),
    ),
}

RESOURCES: Final = tuple(
    Resource(agency, call_sign, kind, level, personnel, base, latitude, longitude)
    for (agency, base, latitude, longitude), rows in ROWS.items()
    for call_sign, kind, level, personnel in rows
)
