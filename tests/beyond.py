"""Who looks beyond the second wall, and why: a list by hand, against which the code is held.

Everybody else sees what their agency may see (`audit.walls`). Before a line is added here, see
whether a policy should say instead that an agency may see it, or a narrower question would do.
"""

from __future__ import annotations

from typing import Final

# For a while, in the middle of what somebody asked for: by function, with the reason.
BEYOND: Final = {
    "agencies.admission.asked_at_the_door": "found before it is known whose they are",
    "agencies.sittings.lock_of": "an exemption is found before it is known who asks",
    "agencies.sittings.open_of": "an exemption is found before it is known who asks",
    "agencies.sittings.touch": "an exemption is found before it is known who asks",
    "agencies.progress.with_counsel": "whether a party has counsel decides who answers to a text",
    "agencies.reads.sign_on._standing": "whoever is about to sign in is nobody yet",
    "agencies.reads.sign_on.vouched_for": "whoever is about to sign in is nobody yet",
    "agencies.reads.entrance.account_of": "who has just become a member signs in",
    "agencies.reads.invitations.invited_by": "a link is found before it is known whose it is",
    "agencies.reads.entrance.agencies_of": "asked of who has shown the password of each",
    "agencies.reads.entrance.knocker": "who signs in is nobody yet",
    "agencies.reads.entrance.wait": "failures before sign-in are counted by what was typed",
    "agencies.reads.heads.of": "which streams moved is asked once for all sockets; numbers only",
    "agencies.writes.reminders._to_parties": "whom an agreement waits for is told, at every party",
    "agencies.writes.joining.uninvite": "who declines to join sees its own row no more",
    "agencies.writes.reminders.of_joining": "who is asked to join is told, being no party yet",
    "agencies.writes.joining._require_settled": "nobody joins while a document is being signed",
    "audit.ledger._append": "what happened is told in the streams of all whom it concerns",
    "audit.ledger._retold": "what an act answered is answered again, whoever's stream tells it",
    "audit.ledger.append": "what a write touched is drawn whole, and told to all it concerns",
    "incidents.reads.command._painted": "who offers command to whom is named at the incident",
    "incidents.reads.ledger_images.fresh": "a row found by its rule is drawn whole, then masked",
    "incidents.at_the_door._found": "whether who is at the door is a guest, before it is known",
    "incidents.reads.guests.guest_link": "who holds a link is told what it leads to",
    "incidents.reads.lists._rows": "who is invited is told who commands and leads",
    "mutualaid.reads.inbox._drawn": "who is asked is told by which step; found by their own first",
    "incidents.reads.seats.shown_as_takers": "commanders are named to those beside them, masked",
    "incidents.reads.eyes._viewer": "what a partner's person sees depends on how they stand",
    "incidents.reads.audiences._people": "who sees a row depends on what others are cleared for",
    "incidents.writes.handover._holder": "who is relieved may be another agency's",
    "incidents.writes.handover.offer_command": "command may pass to another agency's commander",
    "incidents.writes.moves._locked": "who has left an incident still says that all are home",
    "incidents.writes.expiring._expired": "what expires with an incident does so whose it may be",
    "incidents.writes.note.write_note": "what a guest writes is their host's",
    "incidents.writes.note._recipients": "a note may be for another agency's commander",
    "mutualaid.writes.seeking._in_force": "a ladder goes on by its requester's agreements",
}

# Writes all of whose function looks beyond, once its actor is admitted. It may only grow shorter.
WIDE: Final = {
    "mutualaid.writes.asks.decline": "moves on a ladder of which one sees only one's own step",
    "mutualaid.writes.asks.offer": "moves on a ladder of which one sees only one's own step",
    "mutualaid.writes.asks.withdraw_offer": "moves on a ladder, of which one sees but one's step",
    "mutualaid.writes.offers.accept_offer": "commits what is another agency's, and brings it along",
}

# Who tells the database where somebody stands: the read path, the write path and their admission.
TELLING: Final = {
    "audit.ledger.begin": "from where the subject of a write is found: its actor's agency",
    "audit.reads.looking": "a read stands at its actor's agency",
    "audit.reads.looking_for_many": "frames for many; each audience is let through by itself",
    "audit.writes._begin": "a write in WIDE, once its subject is found",
    "audit.writes._carry_out": "a write stands where its actor stands",
    "audit.writes._turned_away": "who may know of the row is asked from where its actor stands",
}

# Parts of Muster that work for every agency and answer nobody.
AT_WORK: Final = {
    "agencies.management.commands.add_agency.handle": "the operator founds an agency",
    "agencies.idling._idle": "who is idle is suspended, whose they may be",
    "audit.checkpoints.first_contradiction": "the ledger is checked whole",
    "audit.checkpoints.publish": "every stream's head is published",
    "audit.claims.claiming": "what is due is claimed, whose it may be",
    "audit.followers._behind": "a follower hears every stream",
    "audit.followers._read_on": "a follower hears every stream",
    "audit.keys.forget": "old keys of everybody are forgotten",
    "audit.management.commands.verify_ledger.handle": "the ledger is checked whole",
    "audit.sweeps.nap": "when the next row is due, whose it may be",
    "audit.verification._moved": "the ledger is checked whole",
    "audit.verification._verify_on": "the ledger is checked whole",
    "audit.verification._whole": "the ledger is checked whole",
    "audit.verification.raise_alarm": "the ledger is checked whole",
    "config.demo.seeding.seed": "the demo founds a whole region",
}

# Who makes an actor that is nobody: only these may be let in by rules made for machines.
MACHINES: Final = {
    "agencies.management.commands.add_agency": "the operator",
    "agencies.management.commands.criminal_justice": "the operator",
    "agencies.rules": "the clock",
    "agencies.web.tries": "whoever is about to sign in; sees nothing by it",
    "audit.reads": "the ledger, which answers no key",
    "config.demo.seeding.founding": "the operator of a demo",
    "incidents.web.guest_pages": "whoever holds a link; sees by it what it leads to",
    "mutualaid.facts.bases": "the ladder, which tells what it does by itself",
    "mutualaid.rules": "the clock",
}
