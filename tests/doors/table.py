"""Whose rows of each sort exist for whom: by hand, to be read and disputed by people.

The rows are Harbor County Fire's, at the fire that it leads. For each sort of row (the word before
its id in an address), and for each agency by what lies between it and Harbor, the people for whom
it exists. For everybody else every door to it answers as if it were not there.

    v viewer, without a seat   o operator (dispatcher)   c commander   a admin   u auditor
    t a dispatcher's integration token, for what is real
    x the same for exercises: of an incident that is real it finds nothing

    own      Harbor County Fire itself
    mou      Bay City EMS: at the fire, bound by the agreement, and asked
    lacking  Eastport: at the fire, under an agreement that shares nothing
    none     Quay Port: at the fire, and no agreement
    ended    Old Mill: had an agreement, which has ended; not at the fire

Whoever has no session, an ended one, or was suspended gets in nowhere; whoever runs the
installation comes in by no door. An own row under another's parent (``cross``) does not exist for
anybody.
"""

from __future__ import annotations

from typing import Final

# Sorts of rows whose line nobody has written yet. It may only grow shorter.
UNDECIDED: Final[set[str]] = set()
RELATIONS: Final = ("own", "mou", "lacking", "none", "ended")
ALL: Final = "vocautx"
REAL: Final = "vocaut"  # what happens at an incident that is no exercise
NOBODY: Final = ""

EXISTS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    #                    own   mou   lacking  none    ended
    "agencies":         (ALL, ALL, ALL, ALL, ALL),  # the directory
    "agreements":       (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # a draft
    "alerts":           ("ocaut", NOBODY, NOBODY, NOBODY, NOBODY),
    "amendments":       (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # of the draft
    "asks":             (REAL, REAL, REAL, REAL, NOBODY),  # Bay City EMS is asked
    "attachments":      (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # of the draft
    "clauses":          (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # of the draft
    "clearances":       (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "command-offers":   (REAL, REAL, REAL, REAL, NOBODY),  # that there is one; see STRICTER
    "command-seats":    (REAL, REAL, REAL, REAL, NOBODY),
    "deployments":      (REAL, REAL, REAL, REAL, NOBODY),
    "devices":          (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # that stay open
    "disclosures":      (REAL, REAL, NOBODY, NOBODY, NOBODY),  # Bay City EMS asked
    "divisions":        (REAL, REAL, REAL, REAL, NOBODY),
    "glass":            (REAL, REAL, NOBODY, NOBODY, NOBODY),  # Bay City EMS broke it
    "guests":           (REAL, REAL, REAL, REAL, NOBODY),  # told to all there
    "incidents":        (REAL, REAL, REAL, REAL, NOBODY),
    "invitations":      (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "letters":          (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "lines":            (REAL, REAL, REAL, REAL, NOBODY),
    "members":          (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "motions":          (ALL, ALL, NOBODY, NOBODY, NOBODY),  # under the agreement
    "notes":            (REAL, NOBODY, NOBODY, NOBODY, NOBODY),  # to label and to take back
    "objectives":       (REAL, REAL, REAL, REAL, NOBODY),
    "offers":           (REAL, REAL, REAL, REAL, NOBODY),
    "parties":          (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # of the draft
    "redlines":         (ALL, ALL, NOBODY, NOBODY, NOBODY),  # of a text both are parties to
    "requests":         (REAL, REAL, REAL, REAL, NOBODY),
    "resources":        (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "reviews":          (ALL, ALL, NOBODY, NOBODY, NOBODY),  # of a text both are parties to
    "rungs":            (REAL, REAL, REAL, REAL, NOBODY),
    "sections":         (ALL, NOBODY, NOBODY, NOBODY, NOBODY),  # of the draft
    "seats":            (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "sharing":          (REAL, REAL, REAL, REAL, NOBODY),  # of the incident
    "standings":        (ALL, ALL, NOBODY, NOBODY, NOBODY),  # of Bay City EMS under review
    "tokens":           (ALL, NOBODY, NOBODY, NOBODY, NOBODY),
    "withdrawals":      (REAL, REAL, NOBODY, NOBODY, NOBODY),  # from Bay City EMS
}  # fmt: skip
