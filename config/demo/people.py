"""The people of the demo region: one for each seat of each agency, and one to relieve."""

from typing import Final

from config.demo.agencies import AGENCIES
from config.demo.shapes import Person
from config.demo.signins import FIRE_RELIEF, LEAD

# The part before the @ tells which seat one signs in to.
SEATS: Final = (
    ("dispatch", "dispatcher"),
    ("command", "commander"),
    ("admin", "admin"),
    ("chief", "signatory"),
    ("audit", "auditor"),
)

# Names and titles, in the order of the seats.
ROSTER: Final = {
    "PEFD": (
        ("Dana Whitcomb", "Fire Dispatcher"),
        ("Marcus Oyelaran", "Battalion Chief"),
        ("Renee Castellano", "Fire Administrator"),
        ("Gerald Finch", "Fire Chief"),
        ("Priya Raman", "Compliance Auditor"),
    ),
    "TCFD": (
        ("Luis Arredondo", "Fire Dispatcher"),
        ("Heather Lindqvist", "Division Chief"),
        ("Thomas Begay", "District Secretary"),
        ("Walter Nakamura", "Fire Chief"),
        ("Joan Petrakis", "District Auditor"),
    ),
    "QFFD": (
        ("Sofia Marchetti", "Fire Dispatcher"),
        ("Andre Fontaine", "Battalion Chief"),
        ("Kelly Osterman", "Office Manager"),
        ("Harold Voss", "Fire Chief"),
        ("Imani Brooks", "City Auditor"),
    ),
    "WCFD": (
        ("Caleb Thornquist", "Fire Dispatcher"),
        ("Maria Del Rio", "Division Chief"),
        ("Nadia Haddad", "District Clerk"),
        ("Edwin Sorensen", "Fire Chief"),
        ("Felix Amato", "District Auditor"),
    ),
    "PEPD": (
        ("Tasha Kowalczyk", "Police Dispatcher"),
        ("Daniel Moreau", "Watch Commander"),
        ("Yolanda Pierce", "Records Administrator"),
        ("Stephen Achebe", "Chief of Police"),
        ("Grace Holloway", "Professional Standards Auditor"),
    ),
    "TCSO": (
        ("Brandon Eagle", "Communications Deputy"),
        ("Laura Mendez", "Patrol Lieutenant"),
        ("Victor Strand", "Support Bureau Administrator"),
        ("Raymond Tilley", "Sheriff"),
        ("Alicia Novak", "Inspector"),
    ),
    "TEMS": (
        ("Jasmine Tran", "EMS Dispatcher"),
        ("Owen Gallagher", "EMS Shift Supervisor"),
        ("Bianca Ferreira", "Operations Administrator"),
        ("Deborah Quist", "EMS Director"),
        ("Samuel Okafor", "Quality Auditor"),
    ),
    "GAMB": (
        ("Peter Lindgren", "Ambulance Dispatcher"),
        ("Rosa Villanueva", "Field Supervisor"),
        ("Amir Rahmani", "Office Administrator"),
        ("Constance Bell", "Authority Director"),
        ("Martin Hsu", "Authority Auditor"),
    ),
    "TCEM": (
        ("Elena Sokolova", "Duty Officer"),
        ("James Whitefeather", "Deputy Coordinator"),
        ("Carol Ann Jessup", "Planning Administrator"),
        ("Russell Dufresne", "Emergency Management Coordinator"),
        ("Naomi Feldman", "County Auditor"),
    ),
    "MSEM": (
        ("Trevor Nilsen", "State Watch Officer"),
        ("Gloria Espinoza", "Response Branch Chief"),
        ("Henry Castleberry", "Agreements Administrator"),
        ("Annika Holm", "Division Director"),
        ("Julian Park", "State Auditor"),
    ),
    "TCPH": (
        ("Melissa Yang", "Health Duty Officer"),
        ("Robert Ekwueme", "Preparedness Chief"),
        ("Irene Polanski", "Office Administrator"),
        ("Dr. Farah Siddiqui", "Health Officer"),
        ("Colin McBride", "Privacy Auditor"),
    ),
    "TCPA": (
        ("Angela Torres", "On-Call Coordinator"),
        ("William Ashdown", "Deputy Prosecutor"),
        ("Monica Reyes", "Office Administrator"),
        ("Catherine Vandermeer", "County Prosecutor"),
        ("Lionel Graves", "Records Auditor"),
    ),
    "TFCS": (
        ("Keisha Daniels", "Intake Coordinator"),
        ("Paul Lindahl", "Crisis Program Lead"),
        ("Teresa Okonkwo", "Program Administrator"),
        ("Miriam Goldfarb", "Services Director"),
        ("Dennis Kaur", "Privacy Auditor"),
    ),
    "PESD": (
        ("Brenda Salazar", "Safety Desk Coordinator"),
        ("Kevin Ostrowski", "School Safety Director"),
        ("Lillian Cho", "District Administrator"),
        ("Dr. Harriet Boone", "Superintendent"),
        ("Oscar Lindley", "Records Auditor"),
    ),
    "TCRT": (
        ("Mike Delacroix", "Transit Dispatcher"),
        ("Sharon Bluebird", "Roads Superintendent"),
        ("Ethan Vogel", "Office Administrator"),
        ("Patricia Lund", "Director of Roads and Transit"),
        ("Hugo Barrera", "Finance Auditor"),
    ),
    "BVEG": (
        ("Tina Abernathy", "System Dispatcher"),
        ("Joseph Nguyen", "Operations Manager"),
        ("Karen Whitlock", "Administrative Lead"),
        ("Douglas Ferris", "General Manager"),
        ("Ruth Adeyemi", "Compliance Auditor"),
    ),
    "CLR": (
        ("Maya Lindstrom", "Volunteer Dispatcher"),
        ("Gabriel Soto", "Relief Team Lead"),
        ("Erin Callahan", "Office Coordinator"),
        ("Bernard Osei", "Executive Director"),
        ("Helen Zimmer", "Board Auditor"),
    ),
    "NSRY": (
        ("Clint Maddox", "Train Dispatcher"),
        ("Susan Iverson", "Hazardous Materials Manager"),
        ("Darren Cole", "Safety Administrator"),
        ("Margaret Stokes", "General Superintendent"),
        ("Anil Mehta", "Compliance Auditor"),
    ),
}

RELIEF: Final = ("Theresa Vance", "Battalion Chief, Relief")

SEATED: Final = tuple(
    Person(
        agency=agency.code,
        email=f"{local}@{agency.domain}",
        name=name,
        title=title,
        seats=(seat,),
        phone=agency.phone,
    )
    for agency in AGENCIES
    for (local, seat), (name, title) in zip(SEATS, ROSTER[agency.code], strict=True)
)

# Command can be handed over only to somebody else who is seated for it.
LEADS: Final = next(agency for agency in AGENCIES if agency.code == LEAD)
PEOPLE: Final = (
    *SEATED,
    Person(
        agency=LEAD,
        email=FIRE_RELIEF,
        name=RELIEF[0],
        title=RELIEF[1],
        seats=("commander",),
        phone=LEADS.phone,
    ),
)
