"""Who may do what: a table written by hand, against which every write's rule is held.

For each write a row of the world, and for each person one letter: ``y`` may do it, ``n`` may see
the row but not do it (403), ``.`` for them it does not exist (404). The columns:

    ana   commands the fire for Harbor County Fire
    ben   her captain, to whom command was offered
    dora  dispatcher, admin and signatory of Harbor County Fire
    cleo  commander of Bay City EMS, which is at the fire
    dev   dispatcher, admin, signatory and auditor of Bay City EMS
    ivy   has every seat, at an agency that has nothing to do with any of it
    ops   whoever runs the installation, at its command line
    clock the sweeper

Some writes ask further once they know what is wanted: who may move a deployment depends on where
it is to go.
"""

from __future__ import annotations

PEOPLE = ("ana", "ben", "dora", "cleo", "dev", "ivy", "ops", "clock")

MATRIX: dict[str, tuple[str, str]] = {
    "agencies.writes.agencies.edit_agency": ("agency", "nnynnnyn"),
    "agencies.writes.agencies.found_agency": ("directory", "nnnnnnyn"),
    "agencies.writes.agencies.list_contacts": ("agency", "nnynnnyn"),
    "agencies.writes.checklist.confirm_item": ("directory", "nnnnnnyn"),
    "agencies.writes.checklist.withdraw_item": ("directory", "nnnnnnyn"),
    "agencies.writes.clauses.add_clause": ("draft", "nny....."),
    "agencies.writes.clauses.edit_clause": ("clause of draft", "nny....."),
    "agencies.writes.clauses.remove_clause": ("clause of draft", "nny....."),
    "agencies.writes.clearances.end_clearance": ("clearance of ben", "nny...y."),
    "agencies.writes.clearances.give_clearance": ("ben", "nny...y."),
    "agencies.writes.drafts.draft_agreement": ("agency", "nnynnnnn"),
    "agencies.writes.drafts.edit_agreement": ("draft", "nny....."),
    "agencies.writes.entrance.prove_again": ("ben", "nyn....."),
    "agencies.writes.entrance.sign_in": ("ben", "nyn....."),
    "agencies.writes.exports.export_access_log": ("agency with an auditor", "nnnnynnn"),
    "agencies.writes.exports.export_trail": ("agency with an auditor", "nnnnynnn"),
    "agencies.writes.factors.add_passkey": ("ben", "nyn....."),
    "agencies.writes.factors.make_recovery_codes": ("ben", "nyn....."),
    "agencies.writes.factors.remove_passkey": ("ben", "nyn....."),
    "agencies.writes.factors.turn_off_app": ("ben", "nyn....."),
    "agencies.writes.factors.turn_on_app": ("ben", "nyn....."),
    "agencies.writes.members.add_member": ("agency", "nnynnnyn"),
    "agencies.writes.members.restore_member": ("ben", "nny...y."),
    "agencies.writes.members.set_password": ("ben", "nyy...y."),
    "agencies.writes.members.suspend_member": ("ben", "nny...y."),
    "agencies.writes.paper.record_past_agreement": ("draft", "nnn...y."),
    "agencies.writes.parties.add_party": ("draft", "nny....."),
    "agencies.writes.parties.remove_party": ("party of draft", "nny....."),
    "agencies.writes.resources.add_resource": ("agency", "nnynnnnn"),
    "agencies.writes.resources.change_readiness": ("engine", "yyy....."),
    "agencies.writes.resources.edit_resource": ("engine", "nny....."),
    "agencies.writes.resources.retire_resource": ("engine", "nny....."),
    "agencies.writes.seats.give_seat": ("ben", "nny...y."),
    "agencies.writes.seats.take_seat": ("seat of ben", "nny...y."),
    "agencies.writes.signing.abandon_agreement": ("draft", "nny....."),
    "agencies.writes.signing.reopen_agreement": ("agreement being signed", "nnynn..."),
    "agencies.writes.signing.send_for_signature": ("draft", "nny....."),
    "agencies.writes.signing.sign_agreement": ("agreement being signed", "nnyny..."),
    "agencies.writes.tokens.issue_token": ("ben", "nyn....."),
    "agencies.writes.tokens.revoke_token": ("token of ben", "nyy...y."),
    "incidents.writes.alert.confirm_alert": ("alert", "nny....."),
    "incidents.writes.alert.dismiss_alert": ("alert", "nny....."),
    "incidents.writes.alert.receive_alert": ("agency", "nnynnnnn"),
    "incidents.writes.command.add_command_seat": ("fire", "ynnnn..."),
    "incidents.writes.command.assume_command": ("empty command", "...yn..."),
    "incidents.writes.command.end_command_seat": ("command", "ynnnn..."),
    "incidents.writes.command.establish_unified_command": ("fire", "ynnnn..."),
    "incidents.writes.deployment.accept_arrival": ("engine at the fire", "ynynn..."),
    "incidents.writes.deployment.check_in": ("engine at the fire", "yyyyy..."),
    "incidents.writes.deployment.check_in_unordered": ("fire", "nnyny..."),
    "incidents.writes.deployment.commit_resource": ("fire", "nnyny..."),
    "incidents.writes.division.add_division": ("fire", "ynynn..."),
    "incidents.writes.division.close_division": ("division", "ynynn..."),
    "incidents.writes.division.edit_division": ("division", "ynynn..."),
    "incidents.writes.exports.export_trail": ("fire", "yyyyy..."),
    "incidents.writes.handover.accept_command": ("handover", "nynnn..."),
    "incidents.writes.handover.decline_command": ("handover", "nynnn..."),
    "incidents.writes.handover.offer_command": ("command", "ynnnn..."),
    "incidents.writes.handover.withdraw_command_offer": ("handover", "ynnnn..."),
    "incidents.writes.incident.close_incident": ("fire", "ynynn..."),
    "incidents.writes.incident.edit_incident": ("fire", "ynynn..."),
    "incidents.writes.incident.open_incident": ("agency", "yyynnnnn"),
    "incidents.writes.moves.move_deployment": ("engine at the fire", "yyyyy..."),
    "incidents.writes.note.write_note": ("fire", "yyyyy..."),
    "incidents.writes.objective.set_objective": ("fire", "ynynn..."),
    "incidents.writes.objective.settle_objective": ("objective", "ynynn..."),
    "incidents.writes.participation.accept_invitation": ("flood", "yyynn..."),
    "incidents.writes.participation.decline_invitation": ("flood", "yyynn..."),
    "incidents.writes.participation.invite_agency": ("fire", "ynynn..."),
    "incidents.writes.participation.leave_incident": ("fire", "yyyyy..."),
    "incidents.writes.purpose.state_purposes": ("fire", "yyyyy..."),
    "mutualaid.writes.asks.acknowledge": ("ask of Bay City EMS", "nnnyy..."),
    "mutualaid.writes.asks.decline": ("ask of Bay City EMS", "nnnyy..."),
    "mutualaid.writes.asks.offer": ("ask of Bay City EMS", "nnnyy..."),
    "mutualaid.writes.asks.withdraw_offer": ("ask of Bay City EMS", "nnnyy..."),
    "mutualaid.writes.changes.change_request": ("request", "yyynn..."),
    "mutualaid.writes.holds.hold_request": ("request", "yyynn..."),
    "mutualaid.writes.holds.resume_request": ("request", "yyynn..."),
    "mutualaid.writes.lapses.lapse_offer": ("ask of Bay City EMS", "nnnnn..y"),
    "mutualaid.writes.lines.cancel_line": ("line", "yyynn..."),
    "mutualaid.writes.lines.close_short": ("line", "yyynn..."),
    "mutualaid.writes.lines.retry_line": ("line", "yyynn..."),
    "mutualaid.writes.offers.accept_offer": ("ask of Bay City EMS", "yyynn..."),
    "mutualaid.writes.offers.reject_offer": ("ask of Bay City EMS", "yyynn..."),
    "mutualaid.writes.requests.cancel_request": ("request", "yyynn..."),
    "mutualaid.writes.requests.submit_request": ("fire", "yyyyy..."),
    "mutualaid.writes.rungs.climb": ("rung", "nnnnn..y"),
    "mutualaid.writes.rungs.remind": ("rung", "nnnnn..y"),
    "mutualaid.writes.rungs.skip_to_rung": ("rung", "yyynn..."),
}
