"""The rules of CAP, each broken by one change."""

from typing import NamedTuple

from tests.incidents.exchange.alerts import EARLIER, OLDER, SOUND, UPDATE

RING = "38,-120 38,-122 40,-122 40,-120 38,-120"
SENT = "<sent>2026-05-24T16:49:00-05:00"


class Broken(NamedTuple):
    """One change; a word of the explanation; whether the schema notices it as well."""

    rule: str
    before: str
    after: str
    word: str
    by_schema: bool
    alert: str = SOUND


BROKEN = [
    Broken("identifier needed", "<identifier>HC-2026-0117</identifier>", "", "missing", True),
    Broken("identifier not blank", "HC-2026-0117", " ", "blank", False),
    Broken("identifier without spaces", "HC-2026-0117", "HC 0117", "not allowed", False),
    Broken("identifier without commas", "HC-2026-0117", "HC,0117", "not allowed", False),
    Broken("identifier without ampersand", "HC-2026-0117", "HC&amp;1", "not allowed", False),
    Broken("identifier without <", "HC-2026-0117", "HC&lt;1", "not allowed", False),
    Broken("identifier visible", "HC-2026", "HC\u200b-2026", "U+200B", False),
    Broken("identifier not endless", "HC-2026-0117", "9" * 301, "characters", False),
    Broken("sender without spaces", "<sender>alerts", "<sender>my alerts", "not allowed", False),
    Broken("sender not turned", "<sender>al", "<sender>\u202eal", "U+202E", False),
    Broken("sent has an offset", SENT, "<sent>2026-05-24T16:49:00", "offset", True),
    Broken("sent not in Z", SENT, "<sent>2026-05-24T21:49:00Z", "-00:00", True),
    Broken("sent in whole seconds", SENT, SENT.replace(":00-", ":00.5-"), "16:49:00-05:00", True),
    Broken("sent exists", SENT, "<sent>2026-02-30T16:49:00-05:00", "no such date", True),
    Broken("sent not long ago", SENT, "<sent>1926-05-24T16:49:00-05:00", "1970", False),
    Broken("sent not far off", SENT, "<sent>2126-05-24T16:49:00-05:00", "2099", False),
    Broken("sent in plain digits", SENT, "<sent>٢026-05-24T16:49:00-05:00", "2026", True),
    Broken("offset of the globe", SENT, "<sent>2026-05-24T16:49:00-15:00", "figures", True),
    Broken("status listed", ">Actual<", ">Real<", "Exercise", True),
    Broken("status in its letters", ">Actual<", ">actual<", "Actual", True),
    Broken("type listed", ">Alert<", ">Alarm<", "Cancel", True),
    Broken("scope needed", "<scope>Public</scope>", "", "scope is missing", True),
    Broken("restricted to whom", ">Public<", ">Restricted<", "restriction", False),
    Broken("private to whom", ">Public<", ">Private<", "addresses", False),
    Broken("quotes in pairs", "<incidents>", '<references/><incidents>"x" "', "not closed", False),
    Broken("update of what", ">Alert<", ">Update<", "references", False),
    Broken("cancel of what", ">Alert<", ">Cancel<", "references", False),
    Broken("ack of what", ">Alert<", ">Ack<", "references", False),
    Broken("error in what", ">Alert<", ">Error<", "references", False),
    Broken("reference of three", EARLIER, "HC-2026-0116", "sender,identifier", False, UPDATE),
    Broken("reference with a time", "T16:00:00-05:00", "T16:00:00", "offset", False, UPDATE),
    Broken(
        "no reference to itself",
        EARLIER,
        EARLIER.replace("16,", "17,").replace("16:00:00", "16:49:00"),
        "itself",
        False,
        UPDATE,
    ),
    Broken(
        "singular of references",
        "<incidents>",
        "<reference>x</reference><incidents>",
        "references",
        True,
    ),
    Broken("sent once", "<status>", f"{SENT}</sent><status>", "2 times", True),
    Broken(
        "in order",
        "<source>Duty desk</source>\n  <scope>Public</scope>",
        "<scope>Public</scope><source>x</source>",
        "late",
        True,
    ),
    Broken("no text between", "<info>", "then<info>", "between", True),
    Broken("no markup in text", "Keep windows", "<b>Keep</b> windows", "&lt;", True),
    Broken("language", ">en-US<", ">English (US)<", "language", True),
    Broken("category needed", "<category>Fire</category>", "", "category", True),
    Broken("category listed", ">Fire<", ">Blaze<", "CBRNE", True),
    Broken("event named", ">Warehouse fire<", "> <", "blank", False),
    Broken("event not endless", ">Warehouse fire<", f">{'a' * 2001}<", "2,000", False),
    Broken("response listed", ">Avoid<", ">Run<", "Shelter", True),
    Broken("response of its version", ">Evacuate<", ">Avoid<", "CAP 1.2", True, OLDER),
    Broken("urgency listed", ">Immediate<", ">Now<", "Expected", True),
    Broken("severity needed", "<severity>Severe</severity>", "", "severity", True),
    Broken("certainty listed", ">Observed<", ">Sure<", "Likely", True),
    Broken("pairs whole", "<value>FRW</value>", "", "value is missing", True),
    Broken("expires a time", "<expires>2026-05-24T22", "<expires>tonight T22", "tonight", True),
    Broken("mime type in 1.2", "<mimeType>image/png</mimeType>", "", "mimeType", True),
    Broken("size a number", ">1200<", ">big<", "bytes", True),
    Broken("size not endless", ">1200<", f">{'9' * 5000}<", "bytes", False),
    Broken("size not negative", ">1200<", ">-1<", "bytes", False),
    Broken("area named", "<areaDesc>Pier 9</areaDesc>", "", "areaDesc", True),
    Broken("ring of four", RING, "38,-120 38,-122 38,-120", "at least 4", False),
    Broken("ring closed", RING, RING.removesuffix(" 38,-120"), "closed", False),
    Broken("ring of pairs", RING, RING.replace("40,-122", "40 -122"), "latitude,longitude", False),
    Broken("ring not of NaN", RING, RING.replace("40,-122", "NaN,-122"), "number", False),
    Broken("ring on the globe", RING, RING.replace("40,-122", "40,-222"), "180", False),
    Broken("ring not swapped", RING, RING.replace("40,-122", "-122,40"), "swapped", False),
    Broken("ring not endless", RING, "38,-120 " * 20_001, "simplify", False),
    Broken("circle with radius", "39,-121 0.5", "39,-121", "radius", False),
    Broken("circle not negative", "39,-121 0.5", "39,-121 -1", "radius", False),
    Broken("circle not swapped", "39,-121 0.5", "-121,39 1", "swapped", False),
    Broken("ceiling a number", "2500.5", "low", "height", True),
    Broken("no seven stacked accents", "Keep windows", "K" + "\u0301" * 40, "accents", False),
]
