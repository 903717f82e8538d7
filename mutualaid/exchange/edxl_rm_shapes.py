"""Which elements a RequestResource and its EDXL-DE envelope have, in which order."""

from typing import Final

from incidents.exchange.shapes import ANYTHING, MANY, Part, Shape

MESSAGES: Final = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
COMMON: Final = "urn:oasis:names:tc:emergency:EDXL:RM:1.0"
ENVELOPE: Final = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"
MESSAGE_NAMES: Final = (
    "RequestResource",
    "ResponseToRequestResource",
    "RequisitionResource",
    "CommitResource",
    "RequestInformation",
    "ResponseToRequestInformation",
    "OfferUnsolicitedResource",
    "ReleaseResource",
    "RequestReturn",
    "ResponseToRequestReturn",
    "RequestQuote",
    "ResponseToRequestQuote",
    "RequestResourceDeploymentStatus",
    "ReportResourceDeploymentStatus",
    "RequestExtendedDeploymentDuration",
    "ResponseToRequestExtendedDeploymentDuration",
)
_KNOWN: Final = frozenset({"", MESSAGES, COMMON})
_ONLY_IN_ANSWERS: Final = "It belongs to the answer to a request, not to the request."


def _common(*parts: Part) -> Shape:
    return Shape(COMMON, parts, _KNOWN)


_VALUE_LIST: Final = _common(Part("ValueListURN", least=1), Part("Value", least=1, most=MANY))
_LOCATION: Final = _common(
    Part("LocationDescription"),
    Part("Address", shape=ANYTHING),
    Part("TargetArea", shape=ANYTHING),
)
_CONTACT: Final = _common(
    Part("ContactDescription"),
    Part("ContactRole"),
    Part(
        "Radio",
        most=100,
        shape=_common(Part("RadioType", least=1, shape=_VALUE_LIST), Part("RadioChannel", least=1)),
    ),
    Part("ContactLocation", shape=_LOCATION),
    Part("AdditionalContactInformation", shape=ANYTHING),
)
_QUANTITY: Final = _common(
    Part("QuantityText", most=MANY),
    Part(
        "MeasuredQuantity",
        shape=_common(Part("Amount", least=1), Part("UnitOfMeasure", shape=_VALUE_LIST)),
    ),
)
_RESOURCE: Final = Shape(
    MESSAGES,
    (
        Part("ResourceID"),
        Part("Name"),
        Part("TypeStructure", shape=_VALUE_LIST),
        Part("TypeInfo", shape=ANYTHING),
        Part("Keyword", most=MANY, shape=_VALUE_LIST),
        Part("Description"),
        Part("Credentials"),
        Part("Certifications"),
        Part("SpecialRequirements"),
    ),
    _KNOWN,
    {
        "ResponsibleParty": _ONLY_IN_ANSWERS,
        "OwnershipInformation": _ONLY_IN_ANSWERS,
        "ResourceStatus": _ONLY_IN_ANSWERS,
    },
)
_ASSIGNMENT: Final = Shape(
    MESSAGES,
    (Part("Quantity", shape=_QUANTITY), Part("Restrictions"), Part("AnticipatedFunction")),
    _KNOWN,
    {
        "PriceQuote": _ONLY_IN_ANSWERS,
        "OrderID": "An order has its number from a RequisitionResource on.",
        "AssignmentInstructions": "They come with a RequisitionResource.",
    },
)
_SCHEDULE: Final = Shape(
    MESSAGES,
    (Part("ScheduleType", least=1), Part("DateTime"), Part("Location", shape=_LOCATION)),
    _KNOWN,
)
_RESOURCE_INFORMATION: Final = Shape(
    MESSAGES,
    (
        Part("ResourceInfoElementID", least=1),
        Part("Resource", least=1, shape=_RESOURCE),
        Part("AssignmentInformation", shape=_ASSIGNMENT),
        Part("ScheduleInformation", most=100, shape=_SCHEDULE),
    ),
    _KNOWN,
    {"ResponseInformation": _ONLY_IN_ANSWERS},
)

REQUEST: Final = Shape(
    MESSAGES,
    (
        Part("MessageID", least=1),
        Part("SentDateTime", least=1),
        Part("MessageContentType", least=1),
        Part("MessageDescription"),
        Part("OriginatingMessageID", least=1),
        Part(
            "IncidentInformation",
            most=100,
            shape=_common(Part("IncidentID"), Part("IncidentDescription")),
        ),
        Part(
            "MessageRecall",
            shape=_common(Part("RecallMessageID", least=1), Part("RecallType", least=1)),
        ),
        Part(
            "Funding",
            most=100,
            shape=Shape(MESSAGES, (Part("FundCode"), Part("FundingInfo")), _KNOWN),
        ),
        Part("ContactInformation", least=1, most=100, shape=_CONTACT),
        Part("ResourceInformation", least=1, most=500, shape=_RESOURCE_INFORMATION),
    ),
    _KNOWN,
    {"PrecedingMessageID": "A RequestResource answers no earlier message."},
)

_DE_KNOWN: Final = frozenset({"", ENVELOPE})


def _distribution(*parts: Part) -> Shape:
    return Shape(ENVELOPE, parts, _DE_KNOWN)


_DE_VALUES: Final = _distribution(Part("valueListUrn", least=1), Part("value", least=1, most=MANY))
_CONTENT: Final = _distribution(
    Part("contentDescription"),
    Part("contentKeyword", most=MANY, shape=_DE_VALUES),
    Part("incidentID"),
    Part("incidentDescription"),
    Part("originatorRole", most=MANY, shape=_DE_VALUES),
    Part("consumerRole", most=MANY, shape=_DE_VALUES),
    Part("confidentiality"),
    Part("nonXMLContent", shape=ANYTHING),
    Part(
        "xmlContent",
        shape=_distribution(
            Part("keyXMLContent", most=MANY, shape=ANYTHING),
            Part("embeddedXMLContent", most=MANY, shape=ANYTHING),
        ),
    ),
)
DISTRIBUTION: Final = _distribution(
    Part("distributionID", least=1),
    Part("senderID", least=1),
    Part("dateTimeSent", least=1),
    Part("distributionStatus", least=1),
    Part("distributionType", least=1),
    Part("combinedConfidentiality", least=1),
    Part("language"),
    Part("senderRole", most=MANY, shape=_DE_VALUES),
    Part("recipientRole", most=MANY, shape=_DE_VALUES),
    Part("keyword", most=MANY, shape=_DE_VALUES),
    Part("distributionReference", most=MANY),
    Part(
        "explicitAddress",
        most=MANY,
        shape=_distribution(
            Part("explicitAddressScheme", least=1),
            Part("explicitAddressValue", least=1, most=MANY),
        ),
    ),
    Part("targetArea", most=MANY, shape=ANYTHING),
    Part("contentObject", most=MANY, shape=_CONTENT),
)
