from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from incidents.facts.base import AgencyAtIncidentFact, AgencyFact, IncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOpened(AgencyAtIncidentFact, kind="incidents.incident_opened"):
    """An incident was opened by the agency that leads it."""

    number: str
    name: str
    mode: str
    commander: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEdited(IncidentFact, kind="incidents.incident_edited"):
    """What is known of an incident was corrected or completed."""

    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClosed(IncidentFact, kind="incidents.incident_closed"):
    """An incident was closed: nothing more happens at it."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyNotified(AgencyFact, kind="incidents.agency_notified"):
    """An agency was told of a change at an incident that it is at, or invited to.

    ``about`` is the kind of the fact it was told of.
    """

    incident: UUID
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyInvited(AgencyAtIncidentFact, kind="incidents.agency_invited"):
    """An agency was invited to an incident."""

    agency_name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAccepted(AgencyAtIncidentFact, kind="incidents.invitation_accepted"):
    """An agency came to an incident to which it was invited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDeclined(AgencyAtIncidentFact, kind="incidents.invitation_declined"):
    """An agency declined an invitation to an incident."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLeft(AgencyAtIncidentFact, kind="incidents.agency_left"):
    """An agency left an incident, and sees nothing more of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposesStated(AgencyAtIncidentFact, kind="incidents.purposes_stated"):
    """An agency said what it is at an incident for; clauses share for a purpose."""

    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeStated(AgencyAtIncidentFact, kind="incidents.purpose_stated"):
    """Somebody said what they are at an incident for; the record of their looks says so."""

    name: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionAdded(IncidentFact, kind="incidents.division_added"):
    """A division, group or staging area was set up at an incident."""

    division: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionEdited(IncidentFact, kind="incidents.division_edited"):
    """A division, group or staging area was renamed, moved or given a supervisor."""

    division: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionClosed(IncidentFact, kind="incidents.division_closed"):
    """A division, group or staging area was closed."""

    division: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(IncidentFact, kind="incidents.note_written"):
    """Somebody wrote a note at an incident. What it says stands with the note itself."""

    note: UUID
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesExpired(AgencyAtIncidentFact, kind="incidents.notes_expired"):
    """Notes of criminal intelligence expired with their incident, and their words were erased."""

    erases = True

    notes: tuple[UUID, ...]
    erased: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSet(IncidentFact, kind="incidents.objective_set"):
    """Command set an objective."""

    objective: UUID
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSettled(IncidentFact, kind="incidents.objective_settled"):
    """An objective was met, dropped for a reason, or taken up again."""

    objective: UUID
    number: int
    status: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailExported(AgencyFact, kind="incidents.trail_exported"):
    """An agency took a copy of an incident's trail out of Muster."""

    incident: UUID
    sought: tuple[str, ...]
