"""What to do in Muster where EDXL-RM has a message that is not read here."""

from typing import Final

from django.utils.translation import gettext_lazy as _

_ANSWER: Final = _("Answer the ask in your agency's inbox.")
_ORDER: Final = _("Accept the offer on the page of the request.")
_CALL: Final = _("Ask by voice, and write a note at the incident.")
_TELL: Final = _("Write a note at the incident.")
_RELEASE: Final = _("Set the unit to demobilizing on the board.")
_RECALL: Final = _("Withdraw the unit on the board, or take back the offer in the inbox.")
_COST: Final = _("What it costs is said by the cost clauses of the agreement.")
_STATUS: Final = _("The state of every unit stands on the board of the incident.")
_LONGER: Final = _("Agree on it by voice, and write a note at the incident.")

INSTEAD: Final = {
    "ResponseToRequestResource": _ANSWER,
    "RequisitionResource": _ORDER,
    "CommitResource": _ANSWER,
    "RequestInformation": _CALL,
    "ResponseToRequestInformation": _TELL,
    "OfferUnsolicitedResource": _("Offer it where you are asked for it, in your agency's inbox."),
    "ReleaseResource": _RELEASE,
    "RequestReturn": _RECALL,
    "ResponseToRequestReturn": _RELEASE,
    "RequestQuote": _COST,
    "ResponseToRequestQuote": _COST,
    "RequestResourceDeploymentStatus": _STATUS,
    "ReportResourceDeploymentStatus": _("Set the state of the unit on the board."),
    "RequestExtendedDeploymentDuration": _LONGER,
    "ResponseToRequestExtendedDeploymentDuration": _LONGER,
}
