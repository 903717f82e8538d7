"""What clauses that decide nothing in Muster say, in plain sentences.

They are shown to whom they concern, where they concern them. That Muster does not
act on them is said beside them, so that nobody relies on it.
"""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.models import ArrestAuthority, Control, LiabilityModel, SignatureRule
from agencies.speaking import all_of, corners, one_of
from agencies.standing_terms import (
    AutoAidTerms,
    CommandTerms,
    InsuranceTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
    SignatureTerms,
)

Who = dict[str, str]


def auto_aid(terms: AutoAidTerms, who: Who) -> tuple[str, ...]:
    said = {
        **who,
        "hazards": one_of(terms.event_types) or _("anything happens"),
        "units": ", ".join(terms.first_due),
    }
    first = _("%(giver)s sends %(receiver)s at first dispatch, in this order: %(units)s.") % said
    when = _("For: %(hazards)s.") % said if terms.event_types else _("For every kind of incident.")
    where = (
        _("Inside the area with the corners %s.") % corners(terms.area)
        if terms.area
        else _("Everywhere.")
    )
    return first, when, where, _("Muster sends nobody by itself.")


def command(terms: CommandTerms, who: Who) -> tuple[str, ...]:
    control = {
        Control.REQUESTER: _("%(receiver)s directs what they do at the incident."),
        Control.PROVIDER: _("%(giver)s goes on directing what they do at the incident."),
        Control.UNIFIED: _("Both direct what they do, in unified command."),
    }[terms.operational]
    home = {
        Control.REQUESTER: _("Pay, discipline and policy are those of %(receiver)s."),
        Control.PROVIDER: _("Pay, discipline and policy stay those of %(giver)s."),
        Control.UNIFIED: _("Both answer for pay, discipline and policy."),
    }[terms.administrative]
    return control % who, home % who, _recall(terms.recall_notice_hours, who)


def _recall(hours: int, who: Who) -> str:
    if not hours:
        return _("%(giver)s may call them home at any time, without notice.") % who
    notice = ngettext(
        "%(giver)s may call them home with %(hours)d hour of notice.",
        "%(giver)s may call them home with %(hours)d hours of notice.",
        hours,
    )
    return notice % {**who, "hours": hours}


def powers(terms: PowersTerms, who: Who) -> tuple[str, ...]:
    arrest = {
        ArrestAuthority.NONE: _("They may not arrest."),
        ArrestAuthority.HOST_PRESENT: _(
            "They may arrest only with an officer of %(receiver)s present."
        ),
        ArrestAuthority.LIMITED: _("They may arrest within the limits that follow."),
        ArrestAuthority.FULL: _("They may arrest as at home."),
    }[terms.arrest]
    officer = (
        _("Those whom %(giver)s sends are peace officers in the jurisdiction of %(receiver)s.")
        if terms.peace_officer
        else _("Those whom %(giver)s sends are not peace officers away from home.")
    )
    limits = (_("Limits: %s") % terms.limits,) if terms.limits else ()
    policy = (_("They follow: %s") % terms.policy,) if terms.policy else ()
    return officer % who, arrest % who, *limits, *policy


def insurance(terms: InsuranceTerms, who: Who) -> tuple[str, ...]:
    said = {
        **who,
        "kind": terms.insurance.label.lower(),
        "sum": f"{terms.currency} {terms.minimum:,.0f}",
    }
    covered = _("%(giver)s is covered for %(kind)s with %(sum)s at least.") % said
    if terms.certificate_until is None:
        return (covered, _("No certificate is named."))
    until = date_format(terms.certificate_until, "Y-m-d")
    return (covered, _("Its certificate is good until %s.") % until)


def liability(terms: LiabilityTerms, who: Who) -> tuple[str, ...]:
    return (
        {
            LiabilityModel.OWN: _("Each party answers for its own people."),
            LiabilityModel.REQUESTER: _(
                "Whoever asks answers for the acts of those who were sent, as for its own."
            ),
            LiabilityModel.MUTUAL: _("The parties hold each other harmless."),
        }[terms.model],
    )


def lasting(terms: RenewalTerms) -> tuple[str, ...]:
    """What a clause on the term decides: how soon one may leave, and how long it binds on."""
    said = []
    if terms.notice_days is not None:
        days = terms.notice_days
        said.append(
            ngettext(
                "A party may leave with %d day of notice.",
                "A party may leave with %d days of notice.",
                days,
            )
            % days
        )
    if terms.grace_days:
        days = terms.grace_days
        said.append(
            ngettext(
                "It binds for %d day more after its term.",
                "It binds for %d days more after its term.",
                days,
            )
            % days
        )
    return tuple(said)


def renewal(terms: RenewalTerms, who: Who) -> tuple[str, ...]:
    said = []
    if terms.renews_for_months:
        months = terms.renews_for_months
        said.append(
            ngettext(
                "At its end it goes on for %d month more, time after time.",
                "At its end it goes on for %d months more, time after time.",
                months,
            )
            % months
        )
    else:
        said.append(_("It is not renewed by itself."))
    if terms.survives:
        said.append(_("These outlive its end: %s.") % all_of(terms.survives))
    return tuple(said)


def signature(terms: SignatureTerms, who: Who) -> tuple[str, ...]:
    if terms.rule == SignatureRule.ALL:
        return (_("It binds once every party has signed."),)
    if terms.rule == SignatureRule.PER_PARTY:
        return (_("It binds each party from its own signature on."),)
    return (_("It binds those who have signed once there are %d of them.") % (terms.quorum or 0),)
