"""Each rule of CAP, broken once: refused in words, and held against the published schema."""

import pytest
from lxml import etree

from incidents.exchange.cap import read_alert
from incidents.exchange.problems import Problems
from tests.incidents.exchange.alerts import OLDER, changed
from tests.incidents.exchange.broken_alerts import BROKEN
from tests.schemas import schema

SCHEMAS = {"1.2": "cap/xsd/oasis_CAP-v1.2.xsd", "1.1": "cap/xsd/google_cap11.xsd"}


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.rule for broken in BROKEN])
def test_an_alert_that_breaks_a_rule_is_refused_in_words(broken):
    assert read_alert(broken.alert.encode())

    with pytest.raises(Problems) as refused:
        read_alert(changed(broken.before, broken.after, broken.alert))

    assert broken.word in str(refused.value)


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.rule for broken in BROKEN])
def test_the_published_schema_says_what_we_expect_of_it(broken):
    published = schema(SCHEMAS["1.1" if broken.alert is OLDER else "1.2"])
    assert published.validate(etree.fromstring(broken.alert.encode()))

    verdict = published.validate(
        etree.fromstring(changed(broken.before, broken.after, broken.alert))
    )

    assert verdict is not broken.by_schema
