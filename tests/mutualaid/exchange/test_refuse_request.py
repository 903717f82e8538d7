"""Each rule of EDXL-RM for a request, broken once: refused in words, beside the schema."""

import pytest
from lxml import etree

from incidents.exchange.problems import Problems
from mutualaid.exchange.edxl_rm import read_request
from tests.mutualaid.exchange.asked import ENVELOPED, changed
from tests.mutualaid.exchange.broken_requests import BROKEN, ENVELOPES
from tests.schemas import schema

INSIDE = "edxl/xsd/edxl-rm/1.0/EDXL-RMRequestResource.xsd"
OUTSIDE = "edxl/xsd/google_edxlde-1_0.xsd"


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.rule for broken in BROKEN])
def test_a_request_that_breaks_a_rule_is_refused_in_words(broken):
    assert read_request(broken.message.encode())

    with pytest.raises(Problems) as refused:
        read_request(changed(broken.before, broken.after, broken.message))

    assert broken.word in str(refused.value)


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.rule for broken in BROKEN])
def test_the_published_schema_says_what_we_expect_of_it(broken):
    published = schema(INSIDE)
    assert published.validate(etree.fromstring(broken.message.encode()))

    verdict = published.validate(
        etree.fromstring(changed(broken.before, broken.after, broken.message))
    )

    assert verdict is not broken.by_schema


@pytest.mark.parametrize("broken", ENVELOPES, ids=[broken.rule for broken in ENVELOPES])
def test_an_envelope_that_breaks_a_rule_is_refused_in_words(broken):
    assert read_request(ENVELOPED.encode())

    with pytest.raises(Problems) as refused:
        read_request(changed(broken.before, broken.after, ENVELOPED))

    assert broken.word in str(refused.value)


@pytest.mark.parametrize("broken", ENVELOPES, ids=[broken.rule for broken in ENVELOPES])
def test_the_schema_of_envelopes_says_what_we_expect_of_it(broken):
    published = schema(OUTSIDE)
    assert published.validate(etree.fromstring(ENVELOPED.encode()))

    verdict = published.validate(etree.fromstring(changed(broken.before, broken.after, ENVELOPED)))

    assert verdict is not broken.by_schema
