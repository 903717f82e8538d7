"""Founding the agencies of a region: the operator begins, then each agency's own admin."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from agencies import writes
from agencies.details import (
    AgencyDetails,
    ContactDetails,
    MemberDetails,
    Password,
    ResourceDetails,
)
from agencies.facts import MemberAdded
from agencies.models import Discipline, SeatKind
from agencies.reads.directory import DIRECTORY
from audit.actors import Actor, machine
from config.demo.seeding.peopled import Peopled
from config.demo.shapes import Agency, Person, Region, Resource
from config.demo.signins import PASSWORD

OPERATOR: Final = machine("the demo's seeding", via="command")


def found(region: Region, now: datetime) -> Peopled:
    """Every agency with its people, contacts and resources."""
    peopled = Peopled(now, {agency.code: agency.name for agency in region.agencies})
    password = Password.hashed_once(PASSWORD)
    for agency in region.agencies:
        _enter(peopled, agency)
    # Admins first: they add their colleagues.
    for person in sorted(region.people, key=lambda one: "admin" not in one.seats):
        _add(peopled, person, password)
    for agency in region.agencies:
        _list_contacts(peopled, agency)
    for resource in region.resources:
        _equip(peopled, resource)
    return peopled


def _enter(peopled: Peopled, agency: Agency) -> None:
    founded = writes.found_agency(
        OPERATOR,
        DIRECTORY,
        code=agency.code,
        details=AgencyDetails(
            name=agency.name,
            discipline=Discipline(agency.discipline),
            jurisdiction=agency.jurisdiction,
            time_zone=agency.time_zone,
            phone=agency.phone,
            email=agency.email,
            latitude=agency.latitude,
            longitude=agency.longitude,
        ),
    )
    peopled.agencies[agency.code] = founded.agency


def _add(peopled: Peopled, person: Person, password: Password) -> None:
    first = "admin" in person.seats
    agency = peopled.agencies[person.agency]
    seats = frozenset(SeatKind(seat) for seat in person.seats)
    added, *_ = writes.add_member(
        OPERATOR if first else peopled.seated(person.agency, "admin"),
        agency,
        member=MemberDetails(
            email=person.email,
            name=person.name,
            title=person.title,
            phone=person.phone,
            seats=seats,
        ),
        password=password,
    )
    assert isinstance(added, MemberAdded)
    peopled.people[person.email] = Actor(
        member_id=added.member,
        agency_id=agency,
        name=person.name,
        agency=peopled.names[person.agency],
        seats=frozenset(person.seats),
        via="command",
    )


def _list_contacts(peopled: Peopled, agency: Agency) -> None:
    writes.list_contacts(
        peopled.seated(agency.code, "admin"),
        peopled.agencies[agency.code],
        contacts=tuple(
            ContactDetails(purpose=one.purpose, name=one.name, phone=one.phone, email=one.email)
            for one in agency.contacts
        ),
    )


def _equip(peopled: Peopled, resource: Resource) -> None:
    added = writes.add_resource(
        peopled.seated(resource.agency, "admin"),
        peopled.agencies[resource.agency],
        details=ResourceDetails(
            call_sign=resource.call_sign,
            kind=resource.kind,
            type=resource.type,
            personnel=resource.personnel,
            home_base=resource.home_base,
            latitude=resource.latitude,
            longitude=resource.longitude,
        ),
    )
    peopled.resources[resource.key] = added.resource
