"""The elements that an agreement should speak to, and where in it each may be found."""

from __future__ import annotations

from typing import Final

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _


class Element(IntegerChoices):
    """What those who write agreements are advised to think of (chapter 5.2)."""

    PARTIES = 1, _("Parties, and who may sign for each")
    PURPOSE = 2, _("Purpose, scope and benefits")
    AUTHORITIES = 3, _("Authorities: statutes, charters, resolutions")
    DEFINITIONS = 4, _("Definitions")
    GOVERNANCE = 5, _("Governance, oversight, working group, operational plan")
    WHO_ASKS = 6, _("Who may request, and who may approve sending")
    PROCEDURE = 7, _("How a request is made, and confirmed in writing")
    RESOURCES = 8, _("What is sent, how many at most, what stays at home")
    TIMES = 9, _("Time to answer, duration, recall")
    DECLINE = 10, _("Right to decline")
    COMMAND = 11, _("Command and control")
    POWERS = 12, _("Powers, jurisdiction, policies, complaints")
    QUALIFICATION = 13, _("Credentials, training, standard of equipment")
    RECIPROCITY = 14, _("Recognition of licenses and certificates")
    LIABILITY = 15, _("Liability, immunity, indemnity")
    COMPENSATION = 16, _("Workers' compensation")
    INSURANCE = 17, _("Insurance and certificates")
    COST = 18, _("Reimbursement, rates, free hours, billing")
    LOGISTICS = 19, _("Food, lodging, fuel and other support")
    RADIO = 20, _("Interoperable communications: channels and keys")
    SHARING = 21, _("Information sharing")
    MEDIA = 22, _("Public information and media")
    PROPERTY = 23, _("Damage to property, seized property")
    EXERCISES = 24, _("Exercises and training together")
    DISPUTES = 25, _("Disputes and governing law")
    TERM = 26, _("Effective date, term, renewal, review")
    AMENDMENT = 27, _("How it is amended")
    ENDING = 28, _("Suspension, withdrawal, termination, what survives")
    GENERAL = 29, _("Severability, third parties, employment, access, records")
    SIGNATURES = 30, _("Signatures, resolutions, exhibits")


# Kinds of clause that speak to an element by what they are.
BY_CLAUSE: Final[dict[str, tuple[Element, ...]]] = {
    "request_right": (Element.WHO_ASKS,),
    "supply_duty": (Element.RESOURCES,),
    "response_target": (Element.TIMES,),
    "data_share": (Element.SHARING,),
    "cost": (Element.COST,),
    "auto_aid": (Element.PROCEDURE, Element.RESOURCES),
    "command_model": (Element.COMMAND,),
    "powers": (Element.POWERS,),
    "insurance": (Element.INSURANCE,),
    "liability": (Element.LIABILITY,),
    "term": (Element.TERM, Element.ENDING),
    "signature_rule": (Element.SIGNATURES,),
    "precondition": (Element.WHO_ASKS,),
}
