"""Addresses of the pages of this app."""

from __future__ import annotations

from django.urls import path

from agencies.web import (
    agreement_pages,
    amendment_pages,
    attachment_pages,
    audit_pages,
    check_pages,
    clearance_pages,
    draft_pages,
    ending_pages,
    joining_pages,
    letter_pages,
    member_pages,
    pages,
    passkeys,
    policy_pages,
    print_pages,
    resource_pages,
    review_pages,
    section_pages,
    sign_on_pages,
    token_pages,
    you_pages,
)

app_name = "agencies"

urlpatterns = [
    path("agency/", pages.mine, name="mine"),
    path("agency/edit/", pages.edit, name="edit"),
    path("agency/contacts/", pages.contacts, name="contacts"),
    path("agency/members/add/", pages.add_member, name="add-member"),
    path("agency/members/invite/", member_pages.invite, name="invite-member"),
    path("agency/members/review/", member_pages.review, name="review-members"),
    path("agency/members/<uuid:pk>/remove/", member_pages.remove, name="remove-member"),
    path("agency/members/<uuid:pk>/confirm/", member_pages.confirm, name="confirm-member"),
    path("agency/invitations/<uuid:pk>/renew/", member_pages.renew, name="renew-invitation"),
    path("agency/invitations/<uuid:pk>/revoke/", member_pages.revoke, name="revoke-invitation"),
    path("agency/members/<uuid:pk>/suspend/", pages.suspend_member, name="suspend-member"),
    path("agency/members/<uuid:pk>/restore/", pages.restore_member, name="restore-member"),
    path("agency/members/<uuid:pk>/seat/", pages.give_seat, name="give-seat"),
    path("agency/members/<uuid:pk>/password/", pages.set_password, name="set-password"),
    path("agency/seats/<uuid:pk>/take/", pages.take_seat, name="take-seat"),
    path("agency/members/<uuid:pk>/clear/", clearance_pages.give, name="give-clearance"),
    path("agency/clearances/<uuid:pk>/end/", clearance_pages.end, name="end-clearance"),
    path("agency/criminal-justice/", clearance_pages.checklist, name="checklist"),
    path("agency/second-factor/", policy_pages.second_factor, name="ask-more"),
    path(
        "agency/members/<uuid:pk>/release/",
        policy_pages.release_password,
        name="release-password",
    ),
    path("agency/sign-on/", sign_on_pages.set_sign_on, name="set-sign-on"),
    path("agency/sign-on/end/", sign_on_pages.end_sign_on, name="end-sign-on"),
    path("agency/letters/", letter_pages.letters, name="letters"),
    path("agency/letters/<uuid:pk>/again/", letter_pages.again, name="letter-again"),
    path("agency/trail/", audit_pages.trail, name="trail"),
    path("agency/trail/export/", audit_pages.export_trail, name="export-trail"),
    path("agencies/", pages.directory, name="directory"),
    path("you/", you_pages.you, name="you"),
    path("you/passkeys/add/", you_pages.add_passkey, name="add-passkey"),
    path("you/passkeys/ask/", passkeys.wanted, name="want-passkey"),
    path("you/passkeys/<int:pk>/remove/", you_pages.remove_passkey, name="remove-passkey"),
    path("you/app/on/", you_pages.turn_on_app, name="turn-on-app"),
    path("you/app/off/", you_pages.turn_off_app, name="turn-off-app"),
    path("you/codes/make/", you_pages.make_codes, name="make-codes"),
    path("you/codes/", you_pages.recovery_codes, name="recovery-codes"),
    path("tokens/", token_pages.tokens, name="tokens"),
    path("tokens/new/", token_pages.issue, name="issue-token"),
    path("tokens/<uuid:pk>/rotate/", token_pages.rotate, name="rotate-token"),
    path("tokens/<uuid:pk>/revoke/", token_pages.revoke, name="revoke-token"),
    path("resources/", resource_pages.resources, name="resources"),
    path("resources/add/", resource_pages.add, name="add-resource"),
    path("resources/<uuid:pk>/", resource_pages.edit, name="resource"),
    path("resources/<uuid:pk>/readiness/", resource_pages.readiness, name="readiness"),
    path("resources/<uuid:pk>/retire/", resource_pages.retire, name="retire-resource"),
    path("agreements/", agreement_pages.agreements, name="agreements"),
    path("agreements/new/", draft_pages.draft, name="draft"),
    path("agreements/<uuid:pk>/", agreement_pages.agreement, name="agreement"),
    path("agreements/<uuid:pk>/edit/", draft_pages.edit, name="edit-agreement"),
    path("agreements/<uuid:pk>/parties/add/", draft_pages.add_party, name="add-party"),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/remove/",
        draft_pages.remove_party,
        name="remove-party",
    ),
    path("agreements/<uuid:pk>/clauses/add/", draft_pages.choose_clause, name="add-clause"),
    path(
        "agreements/<uuid:pk>/clauses/add/<str:kind>/",
        draft_pages.add_clause,
        name="add-clause-of-kind",
    ),
    path("agreements/<uuid:pk>/clauses/<uuid:clause>/", draft_pages.edit_clause, name="clause"),
    path(
        "agreements/<uuid:pk>/clauses/<uuid:clause>/remove/",
        draft_pages.remove_clause,
        name="remove-clause",
    ),
    path("agreements/<uuid:pk>/amend/", amendment_pages.amend, name="amend"),
    path("agreements/<uuid:pk>/change/", amendment_pages.change, name="change-clause"),
    path(
        "agreements/<uuid:pk>/clauses/<uuid:clause>/replace/",
        amendment_pages.replace,
        name="replace-clause",
    ),
    path(
        "agreements/<uuid:pk>/clauses/<uuid:clause>/strike/",
        amendment_pages.strike,
        name="strike-clause",
    ),
    path(
        "agreements/<uuid:pk>/clauses/<uuid:clause>/keep/",
        amendment_pages.keep,
        name="keep-clause",
    ),
    path("agreements/<uuid:pk>/renew/", amendment_pages.renew, name="renew"),
    path("agreements/<uuid:pk>/invite/", joining_pages.invite, name="invite-to-join"),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/join/", joining_pages.join, name="sign-joinder"
    ),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/uninvite/",
        joining_pages.uninvite,
        name="uninvite",
    ),
    path("agreements/<uuid:pk>/attachments/add/", attachment_pages.add, name="attach"),
    path(
        "agreements/<uuid:pk>/attachments/<uuid:attachment>/",
        attachment_pages.download,
        name="attachment",
    ),
    path(
        "agreements/<uuid:pk>/attachments/<uuid:attachment>/remove/",
        attachment_pages.remove,
        name="detach",
    ),
    path("agreements/<uuid:pk>/sections/add/", section_pages.add, name="add-section"),
    path("agreements/<uuid:pk>/sections/<uuid:section>/", section_pages.edit, name="section"),
    path(
        "agreements/<uuid:pk>/sections/<uuid:section>/remove/",
        section_pages.remove,
        name="remove-section",
    ),
    path("agreements/<uuid:pk>/send/", agreement_pages.send, name="send-agreement"),
    path("agreements/<uuid:pk>/sign/", agreement_pages.sign, name="sign-agreement"),
    path("agreements/<uuid:pk>/reopen/", agreement_pages.reopen, name="reopen-agreement"),
    path("agreements/<uuid:pk>/abandon/", agreement_pages.abandon, name="abandon-agreement"),
    path("agreements/<uuid:pk>/print/", print_pages.print_agreement, name="print-agreement"),
    path("agreements/<uuid:pk>/check/", check_pages.check, name="check-clauses"),
    path("agreements/<uuid:pk>/doubt/", check_pages.doubt, name="doubt-clauses"),
    path("agreements/<uuid:pk>/versions/", review_pages.versions, name="versions"),
    path("agreements/<uuid:pk>/review/", review_pages.send_for_review, name="send-for-review"),
    path("agreements/<uuid:pk>/take-back/", review_pages.take_back, name="take-back"),
    path("agreements/<uuid:pk>/approve/", review_pages.approve, name="approve-text"),
    path("agreements/<uuid:pk>/changes/", review_pages.ask_for_changes, name="ask-for-changes"),
    path(
        "agreements/<uuid:pk>/negotiate/", review_pages.reopen_negotiation, name="negotiate-again"
    ),
    path("agreements/<uuid:pk>/remark/", review_pages.remark, name="remark"),
    path(
        "agreements/<uuid:pk>/clauses/<uuid:clause>/propose/", review_pages.propose, name="propose"
    ),
    path("agreements/<uuid:pk>/redlines/<uuid:redline>/take/", review_pages.take, name="take"),
    path(
        "agreements/<uuid:pk>/redlines/<uuid:redline>/decline/",
        review_pages.decline,
        name="decline",
    ),
    path(
        "agreements/<uuid:pk>/redlines/<uuid:redline>/withdraw/",
        review_pages.withdraw,
        name="withdraw",
    ),
    path("agreements/<uuid:pk>/parties/<uuid:party>/body/", review_pages.name_body, name="body"),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/resolve/", review_pages.resolve, name="resolve"
    ),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/suspend/", ending_pages.suspend, name="suspend"
    ),
    path("agreements/<uuid:pk>/parties/<uuid:party>/resume/", ending_pages.resume, name="resume"),
    path("agreements/<uuid:pk>/parties/<uuid:party>/leave/", ending_pages.leave, name="leave"),
    path(
        "agreements/<uuid:pk>/parties/<uuid:party>/rescind/", ending_pages.rescind, name="rescind"
    ),
    path("agreements/<uuid:pk>/terminate/", ending_pages.terminate, name="terminate"),
    path("agreements/<uuid:pk>/move/", ending_pages.move, name="move-for-all"),
    path(
        "agreements/<uuid:pk>/motions/<uuid:motion>/consent/", ending_pages.consent, name="consent"
    ),
    path("agreements/<uuid:pk>/motions/<uuid:motion>/drop/", ending_pages.drop, name="drop"),
    path("who-looked/", audit_pages.who_looked, name="who-looked"),
    path("who-looked/export/", audit_pages.export_looks, name="export-looks"),
    path("security/", audit_pages.security, name="security"),
]
