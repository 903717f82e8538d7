"""One row of every sort that writes are about, in the world of the tests."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Model
from django.utils import timezone

from agencies.lifecycle import AgreementStatus
from agencies.models import (
    Agreement,
    ApiToken,
    Attachment,
    AttachmentFile,
    Clause,
    ClauseKind,
    Clearance,
    CostTerm,
    Directory,
    Member,
    Party,
    Priority,
    Seat,
    Section,
)
from audit.rows import LATEST
from incidents.lifecycle import DeploymentState, ParticipationStatus
from incidents.models import (
    Alert,
    CommandSeat,
    Deployment,
    Incident,
    Mode,
    Note,
    Objective,
    Participation,
    Role,
)
from mutualaid.lifecycle import LineStatus, RungStatus
from mutualaid.matching import candidates
from mutualaid.models import OrderLine, ResourceRequest, Rung, Solicitation
from mutualaid.wanted import Wanted
from tests.agencies.devices import exemption_asked_by
from tests.agencies.post import invitation_of_eve, letter_to_nowhere
from tests.stage_agreements import HASH, negotiated
from tests.stage_of_sharing import sharing
from tests.world import ENGINE, World, seeding


def set_up(world: World) -> dict[str, Model]:
    """The rows, by the names that the matrix uses."""
    with seeding():
        return {
            **_agencies(world),
            **_incident(world),
            **_request(world),
        }


def _agencies(world: World) -> dict[str, Model]:
    now = timezone.now()
    ben = Member.objects.get(pk=world.ben.member_id)
    draft = _agreement(world, AgreementStatus.DRAFT)
    signing = _agreement(world, AgreementStatus.SIGNING, text_hash=HASH, sealed_at=now)
    reviewed = _agreement(world, AgreementStatus.DRAFT)
    return {
        "directory": Directory.objects.get(),
        "agency": world.harbor_fire,
        "agency with an auditor": world.bay_ems,
        "ben": ben,
        "seat of ben": Seat.objects.filter(member=ben).get(),
        "token of ben": ApiToken.objects.create(
            member=ben, name="Radio bridge", digest="0" * 64, issued_at=now, expires_at=LATEST
        ),
        "exemption": exemption_asked_by(ben),
        "clearance of ben": Clearance.objects.create(
            member=ben, kind="sworn", since=now, basis="Oath of office"
        ),
        "invitation of Eve": invitation_of_eve(world.harbor_fire),
        "letter that was parked": letter_to_nowhere(world.harbor_fire),
        "engine": world.engines[0],
        "draft": draft,
        "party of draft": draft.parties.get(agency=world.bay_ems),
        "clause of draft": _cost_clause(draft),
        "attachment of draft": _attachment(draft),
        "section of draft": Section.objects.create(
            agreement=draft, number="1", heading="Definitions", text="Water is water."
        ),
        "agreement being signed": signing,
        "agreement in force": world.agreement,
        **negotiated(world, reviewed),
    }


def _attachment(draft: Agreement) -> Attachment:
    content = b"%PDF-1.7"
    row = Attachment.objects.create(
        agreement=draft,
        kind="exhibit",
        title="Map",
        size=len(content),
        pages=1,
        file_hash=sha256(content).hexdigest(),
    )
    AttachmentFile.objects.create(attachment=row, content=content)
    return row


def _cost_clause(draft: Agreement) -> Clause:
    clause = Clause.objects.create(
        agreement=draft, number="1", kind=ClauseKind.COST, heading="Cost", text="None."
    )
    CostTerm.objects.create(clause=clause, free_hours=12)
    return clause


def _agreement(world: World, status: AgreementStatus, **changes: Any) -> Agreement:
    """Harbor County Fire leads it, Bay City EMS is a party."""
    agreement = Agreement.objects.create(
        title=f"Water supply, {status}",
        instrument="mou",
        led_by=world.harbor_fire,
        purpose="Water.",
        scope="Harbor.",
        effective_at=timezone.now(),
    )
    for agency in (world.harbor_fire, world.bay_ems):
        Party.objects.create(agreement=agreement, agency=agency, signatory_title="Chief")
    Agreement.objects.filter(pk=agreement.pk).update(status=status, **changes)
    return agreement


def _incident(world: World) -> dict[str, Model]:
    now = timezone.now()
    flood = Incident.objects.create(
        number=f"BCE-{now.year}-0001",
        name="Mill Creek flood",
        kind="flood",
        mode=Mode.REAL_WORLD,
        opened_by=world.bay_ems,
        opened_at=now,
    )
    for agency, role, status in (
        (world.bay_ems, Role.LEAD, ParticipationStatus.ACCEPTED),
        (world.harbor_fire, Role.ASSISTING, ParticipationStatus.INVITED),
    ):
        Participation.objects.create(
            incident=flood, agency=agency, role=role, status=status, invited_at=now
        )
    return {
        "fire": world.fire,
        "flood": flood,
        "division": world.division,
        "command": world.seat,
        "empty command": CommandSeat.objects.create(
            incident=flood, agency=world.bay_ems, since=now
        ),
        "handover": world.offer_to_ben,
        "engine at the fire": Deployment.objects.create(
            incident=world.fire,
            resource=world.engines[1],
            agency=world.harbor_fire,
            state=DeploymentState.EN_ROUTE,
            since=now,
        ),
        "ambulance at the fire": Deployment.objects.create(
            incident=world.fire,
            resource=world.ambulances[0],
            agency=world.bay_ems,
            state=DeploymentState.STAGED,
            since=now,
        ),
        "note": Note.objects.create(
            incident=world.fire,
            agency=world.harbor_fire,
            author="Ana Lopes",
            category="OPS",
            text="Wind turns.",
            at=now,
            recorded_at=now,
        ),
        **sharing(world),
        "objective": Objective.objects.create(
            incident=world.fire, agency=world.harbor_fire, number=1, text="Hold Pier 5."
        ),
        "alert": Alert.objects.create(
            agency=world.harbor_fire,
            sender="w-nws@example",
            identifier="A1",
            sent=now,
            begins_at=now,
            cap_status="Actual",
            message_type="Alert",
            mode=Mode.REAL_WORLD,
            event="Flood",
            hazard="flood",
            signature="none",
            raw=b"<alert/>",
            raw_hash=HASH,
            received_at=now,
            status="proposed",
        ),
    }


def _request(world: World) -> dict[str, Model]:
    now = timezone.now()
    request = ResourceRequest.objects.create(
        incident=world.fire,
        requested_by=world.harbor_fire,
        requester_name="Ana Lopes",
        number="R-1",
        priority="urgent",
        requested_at=now,
        needed_by=now + timedelta(hours=1),
        deliver_to="Pier 4 gate",
    )
    wanted = Wanted(kind=ENGINE, type=1, or_better=True, priority=Priority.URGENT)
    (candidate,) = candidates(world.harbor_fire.pk, wanted)
    line = OrderLine.objects.create(
        request=request, number="E-1", kind=ENGINE, ordered=1, status=LineStatus.SOLICITING
    )
    rung = Rung.objects.create(
        line=line,
        position=0,
        tier=2,
        rank=1,
        status=RungStatus.ASKED,
        asked_at=now,
        remind_at=now,
        due_at=now + timedelta(minutes=1),
    )
    return {
        "request": request,
        "line": line,
        "rung": rung,
        "ask of Bay City EMS": Solicitation.objects.create(
            line=line,
            rung=rung,
            agency=world.bay_ems,
            clause_id=candidate.clause["id"],
            clause=candidate.clause,
            asked_quantity=1,
            asked_at=now,
            due_at=rung.due_at,
        ),
    }
