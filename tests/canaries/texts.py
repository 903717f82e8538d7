"""Whose each text of each table is, and what one must hold to be shown it: by hand.

For every field of words: the way from its row to the agency that owns it, and the category that
its sheet gives it. A note's is what its author said; what nobody of another agency is ever shown
is ``NEVER``'s; and what is no text of an agency has no line here but stands in ``NO_TEXTS``.
"""

from __future__ import annotations

from typing import Final

NEVER: Final = "NEVER"
AS_WRITTEN: Final = "category"

LEAD: Final = "agreement.led_by_id"
PARTY: Final = "party.agency_id"
CLAUSE: Final = "clause.agreement.led_by_id"

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "agreement.title": ("led_by_id", "OPS"),
    "agreement.purpose": ("led_by_id", "OPS"),
    "agreement.scope": ("led_by_id", "OPS"),
    "alert.headline": ("agency_id", NEVER),
    "alert.description": ("agency_id", NEVER),
    "alert.instruction": ("agency_id", NEVER),
    "alert.place": ("agency_id", NEVER),
    "alert.reason": ("agency_id", NEVER),
    "apitoken.name": ("member.agency_id", NEVER),
    "attachment.title": (LEAD, "OPS"),
    "clause.heading": (LEAD, "OPS"),
    "clause.text": (LEAD, "OPS"),
    "clearance.basis": ("member.agency_id", NEVER),
    "consent.signer": (PARTY, "OPS"),
    "consent.signer_title": (PARTY, "OPS"),
    "clausecheck.doubt": (PARTY, "OPS"),
    "costterm.counted": (CLAUSE, "OPS"),
    "costterm.rate_card": (CLAUSE, "OPS"),
    "deployment.reason": ("agency_id", "OPS"),
    "exemption.name": ("agency_id", NEVER),
    "disclosure.reason": ("owner_id", "OWN"),
    "division.name": ("made_by_id", "OPS"),
    "division.supervisor": ("made_by_id", "OPS"),
    "division.place": ("made_by_id", "OPS"),
    "glass.reason": ("owner_id", "OWN"),
    "glass.finding": ("owner_id", "OWN"),
    "guest.name": ("host_id", "OPS"),
    "guest.agency_name": ("host_id", "OPS"),
    "guest.reason": ("host_id", "OPS"),
    "handover.briefing": ("seat.agency_id", "OPS"),
    "incident.name": ("opened_by_id", "OPS"),
    "incident.place": ("opened_by_id", "OPS"),
    "invitation.email": ("agency_id", NEVER),
    "invitation.name": ("agency_id", NEVER),
    "invitation.phone": ("agency_id", NEVER),
    "invitation.title": ("agency_id", NEVER),
    "member.phone": ("agency_id", NEVER),
    "member.title": ("agency_id", "OPS"),
    "motion.reason": ("moved_by.agency_id", "OPS"),
    "motion.authority": ("moved_by.agency_id", "OPS"),
    "note.text": ("agency_id", AS_WRITTEN),
    "objective.text": ("agency_id", "OPS"),
    "objective.reason": ("agency_id", "OPS"),
    "orderline.details": ("request.requested_by_id", "OPS"),
    "orderline.element": ("request.requested_by_id", "OPS"),
    "party.signatory_title": (LEAD, "OPS"),
    "party.authority": (LEAD, "OPS"),
    "party.body": (LEAD, "OPS"),
    "powersterm.limits": (CLAUSE, "OPS"),
    "powersterm.policy": (CLAUSE, "OPS"),
    "redline.proposed": (PARTY, "OPS"),
    "redline.why": (PARTY, "OPS"),
    "redline.answer": (PARTY, "OPS"),
    "remark.said": (PARTY, "OPS"),
    "resolution.body": (PARTY, "OPS"),
    "resolution.number": (PARTY, "OPS"),
    "resource.home_base": ("agency_id", "OPS"),
    "resource.leader": ("agency_id", "PII"),
    "resource.reason": ("agency_id", NEVER),
    "resourcerequest.requester_position": ("requested_by_id", "OPS"),
    "resourcerequest.deliver_to": ("requested_by_id", "OPS"),
    "resourcerequest.remarks": ("requested_by_id", "OPS"),
    "resourcerequest.declared_by": ("requested_by_id", "OPS"),
    "resourcerequest.reason": ("requested_by_id", "OPS"),
    "review.reason": (PARTY, "OPS"),
    "rung.note": ("line.request.requested_by_id", "OPS"),
    "solicitation.remarks": ("agency_id", "OPS"),
    "solicitation.ended_because": ("agency_id", "OPS"),
    "section.heading": (LEAD, "OPS"),
    "section.text": (LEAD, "OPS"),
    "suspension.reason": (LEAD, "OPS"),
    "suspension.authority": (LEAD, "OPS"),
    "textversion.note": (LEAD, "OPS"),
}

# Names of those who act, which all who act with them hear; the directory; codes, numbers and
# hashes; lists that are parsed again; the installation's own checklist; how an agency's people
# sign in elsewhere; letters, which go to whom they are addressed to; and secrets.
NO_TEXTS: Final = {
    *("account.email", "account.password", "member.name", "resource.call_sign"),
    *("agency.code", "agency.name", "agency.jurisdiction", "agency.phone", "agency.email"),
    *("agency.time_zone", "contact.purpose", "contact.name", "contact.phone", "contact.email"),
    *("agreement.text_hash", "signature.text_hash", "textversion.text_hash", "apitoken.digest"),
    *("signature.joinder_hash", "attachment.file_hash", "clausecheck.clause_hash"),
    *("clause.coded_by", "clausecheck.checker", "clausecheck.checker_title"),
    *("clausecheck.withdrawn_by", "section.elements", "section.number"),
    *("textversion.attachments", "textversion.sections"),
    *("signature.signer", "signature.signer_title", "textversion.frozen_by", "review.reviewer"),
    *("review.reviewer_title", "remark.author", "remark.author_title", "redline.author"),
    *("resolution.recorded_by", "suspension.by", "suspension.lifted_by", "withdrawal.by"),
    *("withdrawal.reason", "withdrawal.rescinded_by", "withdrawal.made_by", "glass.member_name"),
    *("glass.reviewer", "disclosure.asked_by", "disclosure.decided_by", "note.author"),
    *("resourcerequest.requester_name", "alert.sender", "alert.identifier", "alert.cap_status"),
    *("alert.message_type", "alert.event", "alert.hazard", "alert.urgency", "alert.severity"),
    *("alert.certainty", "alert.references", "alert.remarks", "alert.raw_hash"),
    *("checklistitem.confirmed_by", "checklistitem.ground", "clause.number"),
    *("resource.kind", "supplyterm.kind", "orderline.kind", "orderline.number", "note.recipients"),
    *("deployment.order_number", "incident.number", "incident.time_zone"),
    *("resourcerequest.number", "resourcerequest.asked_as"),
    *("requestmessage.message_id", "requestmessage.raw_hash", "handover.heard", "rung.plan"),
    *("solicitation.clause", "textversion.words", "textversion.clauses", "textversion.parties"),
    *("costterm.currency", "insuranceterm.currency", "requestterm.positions", "glass.categories"),
    *("requestterm.event_types", "requestterm.area", "autoaidterm.area", "autoaidterm.event_types"),
    *("autoaidterm.first_due", "participation.purposes", "sharelimit.seats", "sharelimit.needs"),
    *("sharelimit.onward_to", "renewalterm.survives", "invitation.digest", "invitation.seats"),
    *("identity.subject", "signon.client", "signon.domains", "signon.issuer", "signon.sealed"),
    *("signon.strong", "letter.sealed", "letter.subject", "letter.text", "letter.to"),
    *("letter.trouble", "guest.digest", "guest.ended_by", "guest.invited_by"),
    *("exemption.device", "sitting.device"),
    *("apitoken.networks", "apitoken.old_digest", "apitoken.scopes", "tokenuse.origin"),
}  # fmt: skip

# Texts that a row may go without: those carry a canary in every test, so that no page, frame or
# sentence of the whole run may sing of what it should not have.
WITHOUT: Final = (
    *("division.place", "division.supervisor", "glass.finding", "incident.place"),
    *("member.phone", "resource.home_base", "resource.leader", "solicitation.remarks"),
)
