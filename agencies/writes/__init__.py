"""Everything that can be done to agencies, members, resources and agreements."""

from agencies.writes import reminders  # noqa: F401
from agencies.writes.agencies import edit_agency, found_agency, list_contacts
from agencies.writes.amending import amend_agreement, keep_clause, replace_clause, strike_clause
from agencies.writes.attachments import add_attachment, remove_attachment
from agencies.writes.checking import check_clauses, withdraw_checks
from agencies.writes.checklist import confirm_item, withdraw_item
from agencies.writes.clauses import add_clause, edit_clause, remove_clause
from agencies.writes.clearances import end_clearance, give_clearance
from agencies.writes.devices import ask_exemption, end_exemption, exempt_device
from agencies.writes.drafts import draft_agreement, edit_agreement
from agencies.writes.entrance import prove_again, sign_in
from agencies.writes.exports import export_access_log, export_trail, record_print
from agencies.writes.factors import (
    add_passkey,
    make_recovery_codes,
    remove_passkey,
    turn_off_app,
    turn_on_app,
)
from agencies.writes.invitations import (
    invite_member,
    renew_invitation,
    revoke_invitation,
    take_up_invitation,
)
from agencies.writes.joining import invite_to_join, sign_joinder, uninvite
from agencies.writes.keeping import confirm_member, remove_member, suspend_idle_member
from agencies.writes.leaving import give_notice, rescind_notice
from agencies.writes.leaving_the_table import leave_table
from agencies.writes.letters import letter_failed, letter_sent, send_again
from agencies.writes.members import (
    add_member,
    restore_member,
    set_password,
    suspend_member,
)
from agencies.writes.milestones import tell_milestone
from agencies.writes.motions import (
    consent_to_motion,
    drop_motion,
    move_for_all,
    terminate_for_cause,
)
from agencies.writes.paper import PaperSignature, record_past_agreement
from agencies.writes.parties import add_party, remove_party
from agencies.writes.policies import (
    release_password,
    require_second_factor,
    waive_second_factor,
)
from agencies.writes.redlines import (
    decline_words,
    propose_words,
    remark,
    take_words,
    withdraw_words,
)
from agencies.writes.renewing import renew_agreement
from agencies.writes.resolutions import name_body, record_resolution
from agencies.writes.resources import (
    add_resource,
    change_readiness,
    edit_resource,
    retire_resource,
)
from agencies.writes.reviewing import (
    approve_text,
    ask_for_changes,
    reopen_negotiation,
    send_for_review,
    take_back,
)
from agencies.writes.seats import give_seat, take_seat
from agencies.writes.sections import add_section, edit_section, remove_section
from agencies.writes.sign_on import end_sign_on, set_sign_on
from agencies.writes.signing import (
    abandon_agreement,
    reopen_agreement,
    send_for_signature,
    sign_agreement,
)
from agencies.writes.suspending import resume_for_us, suspend_for_us
from agencies.writes.tokens import issue_token, revoke_token, rotate_token

__all__ = [
    "PaperSignature",
    "abandon_agreement",
    "add_attachment",
    "add_clause",
    "add_member",
    "add_party",
    "add_passkey",
    "add_resource",
    "add_section",
    "amend_agreement",
    "approve_text",
    "ask_exemption",
    "ask_for_changes",
    "change_readiness",
    "check_clauses",
    "confirm_item",
    "confirm_member",
    "consent_to_motion",
    "decline_words",
    "draft_agreement",
    "drop_motion",
    "edit_agency",
    "edit_agreement",
    "edit_clause",
    "edit_resource",
    "edit_section",
    "end_clearance",
    "end_exemption",
    "end_sign_on",
    "exempt_device",
    "export_access_log",
    "export_trail",
    "found_agency",
    "give_clearance",
    "give_notice",
    "give_seat",
    "invite_member",
    "invite_to_join",
    "issue_token",
    "keep_clause",
    "leave_table",
    "letter_failed",
    "letter_sent",
    "list_contacts",
    "make_recovery_codes",
    "move_for_all",
    "name_body",
    "propose_words",
    "prove_again",
    "record_past_agreement",
    "record_print",
    "record_resolution",
    "release_password",
    "remark",
    "remove_attachment",
    "remove_clause",
    "remove_member",
    "remove_party",
    "remove_passkey",
    "remove_section",
    "renew_agreement",
    "renew_invitation",
    "reopen_agreement",
    "reopen_negotiation",
    "replace_clause",
    "require_second_factor",
    "rescind_notice",
    "restore_member",
    "resume_for_us",
    "retire_resource",
    "revoke_invitation",
    "revoke_token",
    "rotate_token",
    "send_again",
    "send_for_review",
    "send_for_signature",
    "set_password",
    "set_sign_on",
    "sign_agreement",
    "sign_in",
    "sign_joinder",
    "strike_clause",
    "suspend_for_us",
    "suspend_idle_member",
    "suspend_member",
    "take_back",
    "take_seat",
    "take_up_invitation",
    "take_words",
    "tell_milestone",
    "terminate_for_cause",
    "turn_off_app",
    "turn_on_app",
    "uninvite",
    "waive_second_factor",
    "withdraw_checks",
    "withdraw_item",
    "withdraw_words",
]
