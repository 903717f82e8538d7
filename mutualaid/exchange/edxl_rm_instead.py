"""What to do in Muster where EDXL-RM has a message that is not read here."""

from typing import Final

_ANSWER: Final = "Answer the ask in your agency's inbox."
_ORDER: Final = "Accept the offer on the page of the request."
_CALL: Final = "Ask by voice, and write a note at the incident."
_TELL: Final = "Write a note at the incident."
_RELEASE: Final = "Set the unit to demobilizing on the board."
_RECALL: Final = "Withdraw the unit on the board, or take back the offer in the inbox."
_COST: Final = "What it costs is said by the cost clauses of the agreement."
_STATUS: Final = "The state of every unit stands on the board of the incident."
_LONGER: Final = "Agree on it by voice, and write a note at the incident."

INSTEAD: Final = {
    "ResponseToRequestResource": _ANSWER,
    "RequisitionResource": _ORDER,
    "CommitResource": _ANSWER,
    "RequestInformation": _CALL,
    "ResponseToRequestInformation": _TELL,
    "OfferUnsolicitedResource": "Offer it where you are asked for it, in your agency's inbox.",
    "ReleaseResource": _RELEASE,
    "RequestReturn": _RECALL,
    "ResponseToRequestReturn": _RELEASE,
    "RequestQuote": _COST,
    "ResponseToRequestQuote": _COST,
    "RequestResourceDeploymentStatus": _STATUS,
    "ReportResourceDeploymentStatus": "Set the state of the unit on the board.",
    "RequestExtendedDeploymentDuration": _LONGER,
    "ResponseToRequestExtendedDeploymentDuration": _LONGER,
}
