"""Every EDXL-RM file of the corpus: the published schema's verdict beside ours."""

import pytest
from lxml import etree

from incidents.exchange.problems import Problems
from mutualaid.exchange.edxl_rm import read_request
from tests.corpus import corpus_file
from tests.mutualaid.exchange.asked import changed
from tests.schemas import corpus_names, schema

FOLDER = "edxl/xsd/edxl-rm/1.0"
FILES = corpus_names("edxl/rm/*", "edxl/uicds-digests/*", "edxl/de/*.xml", "edxl/de/*/*.xml")
COMMIT = "This is a CommitResource; Muster reads RequestResource so far."

# Valid by the schema, refused by us: where, and the words that tell its sender why.
REFUSED_ALTHOUGH_VALID = {
    "edxl/rm/xcore_CommitResource.1.xml": COMMIT,
    "edxl/rm/xcore_CommitResource.2.xml": COMMIT,
    "edxl/rm/xcore_CommitResource.3.xml": COMMIT,
    "edxl/rm/xcore_CommitResource.NoLocation.xml": COMMIT,
    # A time without offset is another moment for every reader; the standard asks for one.
    "edxl/rm/xcore_RequestResource.NoLocation.xml": "no offset from UTC",
}


# Invalid by the schema, taken by us with a remark or because it is not ours to judge.
TAKEN_ALTHOUGH_INVALID = {
    "elements of other standards are passed over": (
        "</Resource>",
        '<more xmlns="urn:elsewhere"/></Resource>',
    ),
    "attributes change nothing": ("<Name>", '<Name lang="en">'),
    "addresses are read as one line, whatever xAL asks of them": (
        "<xal:AddressLine>",
        "<xal:AddressLine zone='1'>",
    ),
}


def by_schema(raw: bytes) -> bool:
    corpus_file(FOLDER)
    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    name = f"{FOLDER}/EDXL-RM{etree.QName(root).localname}.xsd"
    return name in corpus_names(f"{FOLDER}/*") and schema(name).validate(root)


def test_the_corpus_of_requests_is_there():
    corpus_file("edxl/rm")

    assert len(FILES) >= 10


@pytest.mark.parametrize("name", FILES)
def test_schema_and_we_agree_or_the_difference_has_a_reason(name):
    raw = corpus_file(name).read_bytes()
    with pytest.raises(Problems) as refused:
        read_request(raw)

    assert by_schema(raw) is (name in REFUSED_ALTHOUGH_VALID)
    assert REFUSED_ALTHOUGH_VALID.get(name, "") in str(refused.value)
    assert all(finding.wrong and finding.right for finding in refused.value.found)


def test_the_request_of_the_corpus_is_read_once_its_time_has_an_offset():
    raw = corpus_file("edxl/rm/xcore_RequestResource.NoLocation.xml").read_bytes()
    request, _ = read_request(raw.replace(b"13:00:00<", b"13:00:00-04:00<"))

    assert request.resources[0].quantity.amount == 4
    assert ("Resource", "Track Dozer") in request.resources[0].type_details
    assert request.contacts[0].place.address == "US, VA, Falls Church, Hodge Place, 3101, 22042"


@pytest.mark.parametrize(
    ("before", "after"), TAKEN_ALTHOUGH_INVALID.values(), ids=TAKEN_ALTHOUGH_INVALID
)
def test_what_the_schema_refuses_without_need_is_taken(before, after):
    assert by_schema(changed(before, before))
    raw = changed(before, after)

    assert not by_schema(raw)
    assert read_request(raw)
