"""Everything that changes incidents."""

from incidents.writes.alert import confirm_alert, dismiss_alert, receive_alert
from incidents.writes.command import (
    add_command_seat,
    assume_command,
    end_command_seat,
    establish_unified_command,
)
from incidents.writes.deployment import (
    accept_arrival,
    check_in,
    check_in_unordered,
    commit_resource,
    committed,
)
from incidents.writes.disclosure import (
    answer_disclosure,
    ask_for_disclosure,
    end_disclosure,
    pass_on,
    share_at_incident,
)
from incidents.writes.division import add_division, close_division, edit_division
from incidents.writes.expiring import expire_notes
from incidents.writes.exports import export_trail
from incidents.writes.glass import break_glass, mend_glass, remind_of_review, review_glass
from incidents.writes.guests import (
    come_as_guest,
    end_guest,
    invite_guest,
    narrow_guest,
    renew_guest_link,
    tell_guest_time_up,
    widen_guest,
)
from incidents.writes.handover import (
    accept_command,
    decline_command,
    offer_command,
    withdraw_command_offer,
)
from incidents.writes.incident import Situation, close_incident, edit_incident, open_incident
from incidents.writes.moves import move_deployment
from incidents.writes.note import relabel_note, write_note
from incidents.writes.notices import tell_agencies
from incidents.writes.objective import set_objective, settle_objective
from incidents.writes.participation import (
    accept_invitation,
    decline_invitation,
    invite_agency,
    leave_incident,
)
from incidents.writes.purpose import state_purpose, state_purposes
from incidents.writes.withdrawal import restore, withdraw, withdraw_note

__all__ = [
    "Situation",
    "accept_arrival",
    "accept_command",
    "accept_invitation",
    "add_command_seat",
    "add_division",
    "answer_disclosure",
    "ask_for_disclosure",
    "assume_command",
    "break_glass",
    "check_in",
    "check_in_unordered",
    "close_division",
    "close_incident",
    "come_as_guest",
    "commit_resource",
    "committed",
    "confirm_alert",
    "decline_command",
    "decline_invitation",
    "dismiss_alert",
    "edit_division",
    "edit_incident",
    "end_command_seat",
    "end_disclosure",
    "end_guest",
    "establish_unified_command",
    "expire_notes",
    "export_trail",
    "invite_agency",
    "invite_guest",
    "leave_incident",
    "mend_glass",
    "move_deployment",
    "narrow_guest",
    "offer_command",
    "open_incident",
    "pass_on",
    "receive_alert",
    "relabel_note",
    "remind_of_review",
    "renew_guest_link",
    "restore",
    "review_glass",
    "set_objective",
    "settle_objective",
    "share_at_incident",
    "state_purpose",
    "state_purposes",
    "tell_agencies",
    "tell_guest_time_up",
    "widen_guest",
    "withdraw",
    "withdraw_command_offer",
    "withdraw_note",
    "write_note",
]
