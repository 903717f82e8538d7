"""The rules for a RequestResource and its envelope, each broken by one change."""

from typing import NamedTuple

from tests.mutualaid.exchange.asked import ENVELOPED, RECALLING, SOUND

SENT = "<SentDateTime>2026-05-24T13:00:00-04:00"
ID = "<MessageID>urn:harbor:req:41</MessageID>"
LINE = SOUND[SOUND.index("<ResourceInformation>") : SOUND.index("</RequestResource>")]
RESOURCE = SOUND[SOUND.index("<Resource>") : SOUND.index("</Resource>") + len("</Resource>")]
NAMES = SOUND[SOUND.index("<Name>") : SOUND.index("<TypeInfo>")]
CONTACT = SOUND[SOUND.index("<ContactI") : SOUND.index("<ResourceInformation>")]
PLACE = SOUND[SOUND.index("<Location>") : SOUND.index("</Location>") + len("</Location>")]
INCIDENT = SOUND[SOUND.index("<IncidentI") : SOUND.index("<Funding>")]
FUNDS = "<Funding><FundCode>FD-7</FundCode></Funding>"
MEASURED = SOUND[SOUND.index("<rm:MeasuredQ") : SOUND.index("</Quantity>")]
ANSWER = (
    "<ResponseInformation><rm:PrecedingResourceInfoElementID>x</rm:PrecedingResourceInfoElementID>"
    "<rm:ResponseType>Accept</rm:ResponseType></ResponseInformation>"
)


class Broken(NamedTuple):
    """One change; a word of the explanation; whether the schema notices it as well."""

    rule: str
    before: str
    after: str
    word: str
    by_schema: bool
    message: str = SOUND


def other_schedule(kind: str) -> Broken:
    return Broken(f"{kind} is no request", ">RequestedArrival<", f">{kind}<", "Route", True)


def amount(written: str, by_schema: bool) -> Broken:
    return Broken(f"amount {written[:9]}", ">3<", f">{written}<", "whole", by_schema)


def said(written: str) -> Broken:
    words = f"<rm:QuantityText>{written}</rm:QuantityText>"
    return Broken(f"said {written[:9]}", MEASURED, words, "number", False)


BROKEN = [
    Broken("message id needed", ID, "", "MessageID is missing", True),
    Broken("message id not blank", ID, "<MessageID> </MessageID>", "blank", False),
    Broken("message id visible", "<MessageID>", "<MessageID>\u200b", "U+200B", False),
    Broken("message id not endless", "<MessageID>", f"<MessageID>{'9' * 300}", "300", False),
    Broken("message id once", ID, ID * 2, "2 times", True),
    Broken("sent needed", f"{SENT}</SentDateTime>", "", "SentDateTime is missing", True),
    Broken("sent has an offset", SENT, SENT.removesuffix("-04:00"), "offset", False),
    Broken("sent exists", SENT, SENT.replace("05-24", "02-30"), "no such date", True),
    Broken("sent not long ago", SENT, SENT.replace("2026", "1926"), "1970", False),
    Broken("sent not far off", SENT, SENT.replace("2026", "2126"), "2099", False),
    Broken(
        "content type needed",
        "<MessageContentType>RequestResource</MessageContentType>",
        "",
        "MessageContentType is missing",
        True,
    ),
    Broken(
        "content type of a request",
        ">RequestResource<",
        ">RequestQuote<",
        "it is RequestResource",
        True,
    ),
    Broken(
        "origin needed",
        "<OriginatingMessageID>urn:harbor:req:41</OriginatingMessageID>",
        "",
        "OriginatingMessageID is missing",
        True,
    ),
    Broken(
        "origin is itself",
        "<OriginatingMessageID>urn:harbor:req:41",
        "<OriginatingMessageID>urn:harbor:req:7",
        "first message",
        False,
    ),
    Broken(
        "no preceding id",
        "<IncidentInformation>",
        "<PrecedingMessageID>x</PrecedingMessageID><IncidentInformation>",
        "answers no earlier",
        True,
    ),
    Broken("incident named", INCIDENT, "<IncidentInformation/>", "names no incident", False),
    Broken(
        "recall of what",
        "<rm:RecallMessageID>urn:harbor:req:40</rm:RecallMessageID>",
        "",
        "RecallMessageID is missing",
        True,
        RECALLING,
    ),
    Broken("recall how", ">Update<", ">Forget<", "Cancel", True, RECALLING),
    Broken(
        "recall of another",
        "ID>urn:harbor:req:40</rm",
        "ID>urn:harbor:req:41</rm",
        "recalls itself",
        False,
        RECALLING,
    ),
    Broken("funds named", "<FundCode>FD-7</FundCode>", "", "FundCode or FundingInfo", False),
    Broken("contact needed", CONTACT, "", "ContactInformation is missing", True),
    Broken("contact says who", CONTACT, "<ContactInformation/>", "neither who", False),
    Broken("contact role listed", ">Requester<", ">Boss<", "Approver", True),
    Broken("contact role by its name", ">Requester<", ">OwningOrg<", "Owner", True),
    Broken(
        "radio channel needed",
        "<rm:RadioChannel>VFIRE21</rm:RadioChannel>",
        "",
        "RadioChannel",
        True,
    ),
    Broken("something asked for", LINE, "", "ResourceInformation is missing", True),
    Broken(
        "line id needed",
        "<ResourceInfoElementID>line-1</ResourceInfoElementID>",
        "",
        "ResourceInfoElementID is missing",
        True,
    ),
    Broken("line id not blank", ">line-1<", "> <", "blank", False),
    Broken("line ids differ", LINE, LINE * 2, "its own", False),
    Broken(
        "no answer in a request", "<Resource>", f"{ANSWER}<Resource>", "answer to a request", True
    ),
    Broken("resource needed", RESOURCE, "", "Resource is missing", True),
    Broken("resource named", NAMES, "", "TypeStructure", False),
    Broken(
        "type from a list",
        "<rm:ValueListURN>urn:nims:rtlt</rm:ValueListURN>",
        "",
        "ValueListURN is missing",
        True,
    ),
    Broken("type with a value", "<rm:Value>4-508-1164</rm:Value>", "", "Value is missing", True),
    Broken(
        "no owner yet",
        "</Resource>",
        "<OwnershipInformation/></Resource>",
        "answer to a request",
        True,
    ),
    Broken(
        "no status yet", "</Resource>", "<ResourceStatus/></Resource>", "answer to a request", True
    ),
    Broken(
        "nobody responsible yet",
        "</Resource>",
        "<ResponsibleParty/></Resource>",
        "answer to a request",
        True,
    ),
    Broken(
        "no price yet", "<Restrictions>", "<PriceQuote/><Restrictions>", "answer to a request", True
    ),
    Broken(
        "no order yet",
        "<Restrictions>",
        "<OrderID>1</OrderID><Restrictions>",
        "RequisitionResource",
        True,
    ),
    Broken("description not endless", ">Structure engine<", f">{'a' * 2001}<", "2,000", False),
    Broken("amount needed", "<rm:Amount>3</rm:Amount>", "", "Amount is missing", True),
    amount("-1", False),
    amount("0", False),
    amount("2.5", False),
    amount("1000", False),
    amount("1" + "0" * 30, False),
    amount("1e30", False),
    amount("NaN", False),
    amount("INF", False),
    amount("five", True),
    amount("", True),
    amount("٣", True),
    amount("9" * 5000, False),
    said("five"),
    said("-1"),
    said("4-6"),
    said(""),
    said("a few engines"),
    Broken(
        "quantity said once",
        "</Quantity>",
        "<rm:QuantityText>3</rm:QuantityText></Quantity>",
        "once",
        True,
    ),
    Broken("quantity not empty", MEASURED, "", "once", True),
    other_schedule("ActualArrival"),
    other_schedule("EstimatedArrival"),
    other_schedule("ActualDeparture"),
    other_schedule("RequestedReturnArrival"),
    other_schedule("BeginAvailable"),
    other_schedule("Committed"),
    other_schedule("Current"),
    Broken(
        "schedule type needed",
        "<ScheduleType>ReportTo</ScheduleType>",
        "",
        "ScheduleType is missing",
        True,
    ),
    Broken("arrival a time", "T15:00:00-04:00", "T15:00", "Write it like", True),
    Broken("arrival with offset", "T15:00:00-04:00", "T15:00:00", "offset", False),
    Broken("no text between", "<Location>", "<Location>at the pier", "between", True),
    Broken("point on the globe", "38.47 -120.14", "98.47 -120.14", "Latitude", False),
    Broken("point not swapped", "38.47 -120.14", "-120.14 38.47", "swapped", False),
    Broken("point of two", "38.47 -120.14", "38.47", "pairs", False),
    Broken(
        "no misspelled element",
        "<MessageDescription>Engines for Pier 9</MessageDescription>",
        "<MessageDescripton>x</MessageDescripton>",
        "not an element",
        True,
    ),
    Broken("place says something", PLACE, "<Location/>", "says nothing", False),
    Broken("in order", FUNDS, f"{CONTACT}{FUNDS}", "too late", True),
]
CONFIDENTIAL = "<combinedConfidentiality>UNCLASSIFIED AND NOT SENSITIVE</combinedConfidentiality>"
CONTENT = ENVELOPED[ENVELOPED.index("<contentObject>") : ENVELOPED.index("</EDXLDistribution>")]
TWO = '<a xmlns="urn:a"/></embeddedXMLContent>'

ENVELOPES = [
    Broken("distribution id not blank", "urn:harbor:de:9", " ", "blank", False),
    Broken("sender needed", "<senderID>desk@harbor.example</senderID>", "", "senderID", True),
    Broken("sent with offset", "13:00:05-04:00", "13:00:05", "offset", False),
    Broken("status listed", ">Exercise<", ">Drill<", "Actual", True),
    Broken("no draft", ">Exercise<", ">Draft<", "Actual", True),
    Broken("type of a request", ">Request<", ">Report<", "Request", False),
    Broken("update of nothing", ">Request<", ">Update<", "MessageRecall", False),
    Broken("confidentiality needed", CONFIDENTIAL, "", "combinedConfidentiality", True),
    Broken("two messages", "</embeddedXMLContent>", TWO, "2 XML messages", False),
    Broken("no message", CONTENT, "", "0 XML messages", False),
    Broken("sound content", ">line-1<", "><", "blank", False),
]
