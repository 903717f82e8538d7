"""Every CAP file of the corpus: the published schema's verdict beside ours."""

import pytest
from lxml import etree

from incidents.exchange.cap import read_alert
from incidents.exchange.problems import Finding, Problems
from tests.corpus import corpus_file
from tests.incidents.exchange.alerts import changed
from tests.schemas import corpus_names, schema

SCHEMAS = {
    "urn:oasis:names:tc:emergency:cap:1.1": "cap/xsd/google_cap11.xsd",
    "urn:oasis:names:tc:emergency:cap:1.2": "cap/xsd/oasis_CAP-v1.2.xsd",
}
FILES = corpus_names(
    "cap/alerts/*", "cap/invalid/*", "cap/signed/*", "cap/feeds/*", "bad-input/xml-attacks/*"
)

# Valid by the schema, refused by us: where, and the word that tells its sender why.
REFUSED_ALTHOUGH_VALID = {
    # The schema takes any text as references; these three cannot be followed.
    "cap/alerts/govuk_wainfleet_cancel_with_windmere_references.xml": "sender,identifier,sent",
    "cap/alerts/xcore_Alert.xml": "sender,identifier,sent",
    "cap/invalid/govuk_wainfleet_cancel_with_missing_references.xml": "references is missing",
    # The schema takes any text as a polygon; this one puts longitude first.
    "cap/alerts/xcore_IOB_Alert.xml": "latitude,longitude",
}
# Invalid by the schema, taken by us with a remark. No file of the corpus is so.
TAKEN_ALTHOUGH_INVALID = {
    "older senders still write it, and the standard says what it means": (
        ">Observed<",
        ">Very Likely<",
    ),
    "elements of other standards are passed over, so that a standard may grow": (
        "</info>",
        '<more xmlns="urn:elsewhere"/></info>',
    ),
    "attributes change nothing in CAP": ("<event>", '<event lang="en">'),
}


def by_schema(raw: bytes) -> bool:
    """Whether it is a valid alert; a document type is never valid, whatever it expands to."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return False
    published = SCHEMAS.get(etree.QName(root).namespace or "")
    return published is not None and schema(published).validate(root)


def by_us(raw: bytes) -> str:
    """Empty when taken, else the reasons."""
    try:
        read_alert(raw)
    except Problems as refused:
        return str(refused)
    return ""


def test_the_corpus_of_alerts_is_there():
    corpus_file("cap/alerts")

    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_schema_and_we_agree_or_the_difference_has_a_reason(name):
    raw = corpus_file(name).read_bytes()
    valid, reasons = by_schema(raw), by_us(raw)

    if name in REFUSED_ALTHOUGH_VALID:
        assert valid
        assert REFUSED_ALTHOUGH_VALID[name] in reasons
    else:
        assert valid is (reasons == ""), reasons


@pytest.mark.parametrize("name", FILES)
def test_whatever_is_said_about_a_file_comes_with_a_way_out(name):
    said = findings(corpus_file(name).read_bytes())

    assert all(finding.wrong and finding.right for finding in said)


def findings(raw: bytes) -> tuple[Finding, ...]:
    try:
        return read_alert(raw)[1]
    except Problems as refused:
        return refused.found


@pytest.mark.parametrize(
    ("before", "after"), TAKEN_ALTHOUGH_INVALID.values(), ids=TAKEN_ALTHOUGH_INVALID
)
def test_what_the_schema_refuses_without_need_is_taken_with_a_remark(before, after):
    assert by_schema(changed(before, before))
    raw = changed(before, after)

    assert not by_schema(raw)
    assert read_alert(raw)[1]
