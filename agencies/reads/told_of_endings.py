"""How the facts read by which agreements rest and end."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies import facts
from agencies.models import MilestoneKind, MotionKind
from agencies.reads.sentences import Rows, says
from agencies.reads.told_of_agreements import told
from agencies.speaking import day

MOTIONS: Final = {
    MotionKind.SUSPEND: gettext_lazy("to suspend it for all"),
    MotionKind.RESUME: gettext_lazy("to resume it for all"),
    MotionKind.TERMINATE: gettext_lazy("to terminate it"),
}

MILESTONES: Final = {
    MilestoneKind.BEGINS: gettext_lazy("“%(title)s” took effect."),
    MilestoneKind.ENDS_SOON: gettext_lazy("“%(title)s” ends in %(days)d days."),
    MilestoneKind.EXPIRES: gettext_lazy("The term of “%(title)s” ended."),
    MilestoneKind.GRACE_OVER: gettext_lazy("The days of grace of “%(title)s” ended."),
    MilestoneKind.RENEWS: gettext_lazy("“%(title)s” renewed itself for another term."),
    MilestoneKind.LEAVES: gettext_lazy("%(agency)s left “%(title)s”."),
    MilestoneKind.RESUMES: gettext_lazy("A suspension of “%(title)s” ended."),
    MilestoneKind.LAPSES: gettext_lazy("The time to sign “%(title)s” is over."),
    MilestoneKind.INSURED_SOON: gettext_lazy(
        "A certificate of insurance under “%(title)s” runs out in %(days)d days."
    ),
    MilestoneKind.INSURED_NOT: gettext_lazy(
        "A certificate of insurance under “%(title)s” has run out: %(agency)s."
    ),
    MilestoneKind.TERMINATES: gettext_lazy("“%(title)s” was terminated on this day."),
}


@says(facts.SuspendedByParty)
def suspended(fact: facts.SuspendedByParty, rows: Rows) -> str:
    said = _("Suspended “%(title)s” for %(agency)s%(until)s: %(why)s (%(authority)s)")
    until = _(" until %s") % day(fact.until) if fact.until else ""
    return told(fact, rows, said, until=until, why=fact.reason, authority=fact.authority)


@says(facts.ResumedByParty)
def resumed(fact: facts.ResumedByParty, rows: Rows) -> str:
    return told(fact, rows, _("Resumed “%(title)s” for %(agency)s."))


@says(facts.NoticeGiven)
def notice_given(fact: facts.NoticeGiven, rows: Rows) -> str:
    said = _("Gave notice that %(agency)s leaves “%(title)s” on %(day)s. %(why)s")
    return told(fact, rows, said, day=day(fact.leaves_at), why=fact.reason)


@says(facts.NoticeRescinded)
def notice_rescinded(fact: facts.NoticeRescinded, rows: Rows) -> str:
    return told(fact, rows, _("Took back the notice of %(agency)s to leave “%(title)s”."))


@says(facts.MotionMade)
def moved(fact: facts.MotionMade, rows: Rows) -> str:
    said = _("Asked all parties of “%(title)s” %(what)s: %(why)s")
    return told(fact, rows, said, what=_what(fact), why=fact.reason)


@says(facts.MotionConsented)
def consented(fact: facts.MotionConsented, rows: Rows) -> str:
    said = _("Consented for %(agency)s, as to “%(title)s”, %(what)s.")
    return told(fact, rows, said, what=_what(fact))


@says(facts.MotionCarried)
def carried(fact: facts.MotionCarried, rows: Rows) -> str:
    said = _("All parties of “%(title)s” have consented %(what)s, from %(day)s on.")
    return told(fact, rows, said, what=_what(fact), day=day(fact.takes_effect_at))


@says(facts.MotionDropped)
def dropped(fact: facts.MotionDropped, rows: Rows) -> str:
    return told(fact, rows, _("Asked no more, as to “%(title)s”, %(what)s."), what=_what(fact))


@says(facts.TerminatedForCause)
def terminated(fact: facts.TerminatedForCause, rows: Rows) -> str:
    said = _(
        "Ended “%(title)s” for %(agency)s, on %(day)s: its clause %(number)s was broken. %(why)s"
    )
    return told(fact, rows, said, day=day(fact.ends_at), why=fact.reason)


@says(facts.MilestoneReached)
def reached(fact: facts.MilestoneReached, rows: Rows) -> str:
    return told(fact, rows, str(MILESTONES[MilestoneKind(fact.milestone_kind)]), days=fact.days)


def _what(fact: facts.MotionFact) -> str:
    return str(MOTIONS[MotionKind(fact.motion_kind)])
