"""What an actor may see of agencies, members, resources and agreements."""

from agencies.reads import (
    called,
    told,
    told_of_agreements,
    told_of_amendments,
    told_of_checks,
    told_of_devices,
    told_of_endings,
    told_of_factors,
    told_of_keeping,
    told_of_letters,
    told_of_reviews,
    told_of_sign_on,
    told_of_the_checklist,
)
from agencies.reads.agreement import agreement
from agencies.reads.agreements import agreements, ending_soon
from agencies.reads.amending import amendable, signed_clause
from agencies.reads.attachments import attachment_file
from agencies.reads.catalogue import kinds
from agencies.reads.checklist import checklist
from agencies.reads.devices import exemption_here, exemptions
from agencies.reads.directory import agencies, agency
from agencies.reads.factors import my_factors, my_recovery_codes
from agencies.reads.invitations import invitations, invited_by
from agencies.reads.letters import letters
from agencies.reads.own import member, members, my_agency, to_review, tokens
from agencies.reads.parts import part
from agencies.reads.places import own_place
from agencies.reads.printing import agreement_print
from agencies.reads.receipts import look_choices, look_receipts, look_totals
from agencies.reads.resources import kinds_in_use, resource, resources
from agencies.reads.sign_on import my_sign_on
from agencies.reads.trails import (
    agency_trail,
    exported_looks,
    exported_trail,
    ledger_state,
    look_days,
    security_log,
    trail_kinds,
    viewers,
    who_looked,
)
from agencies.reads.versions import difference
from agencies.reads.wording import (
    clause,
    draft,
    next_number,
    next_section_number,
    parties,
    section,
)

__all__ = [
    "agencies",
    "agency",
    "agency_trail",
    "agreement",
    "agreement_print",
    "agreements",
    "amendable",
    "attachment_file",
    "called",
    "checklist",
    "clause",
    "difference",
    "draft",
    "ending_soon",
    "exemption_here",
    "exemptions",
    "exported_looks",
    "exported_trail",
    "invitations",
    "invited_by",
    "kinds",
    "kinds_in_use",
    "ledger_state",
    "letters",
    "look_choices",
    "look_days",
    "look_receipts",
    "look_totals",
    "member",
    "members",
    "my_agency",
    "my_factors",
    "my_recovery_codes",
    "my_sign_on",
    "next_number",
    "next_section_number",
    "own_place",
    "part",
    "parties",
    "resource",
    "resources",
    "section",
    "security_log",
    "signed_clause",
    "to_review",
    "tokens",
    "told",
    "told_of_agreements",
    "told_of_amendments",
    "told_of_checks",
    "told_of_devices",
    "told_of_endings",
    "told_of_factors",
    "told_of_keeping",
    "told_of_letters",
    "told_of_reviews",
    "told_of_sign_on",
    "told_of_the_checklist",
    "trail_kinds",
    "viewers",
    "who_looked",
]
