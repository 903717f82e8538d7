"""Whatever arrives, a reader answers with a message or with its own kind of problem."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_proposals import proposal
from incidents.exchange.problems import Problems
from tests.incidents.exchange.alerts import SOUND, UPDATE

RAW = UPDATE.encode()
PIECES = st.sampled_from(
    [b"", b"<", b">", b"&#0;", b"&#x202e;", b"<![CDATA[", b"]]>", b"\xff", b"\0", b"-1", b"1e999"]
)


def take_or_refuse(raw: bytes) -> None:
    with contextlib.suppress(Problems):
        proposal(read_alert(raw)[0])


@given(st.binary(max_size=2_000))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_taken_or_refused(raw):
    take_or_refuse(raw)


@given(st.text(max_size=300), st.integers(0, 60))
@settings(deadline=None, max_examples=300)
def test_any_text_in_any_element_is_taken_or_refused(text, position):
    values = SOUND.split(">")
    place = position % (len(values) - 1) + 1
    inner, bracket, rest = values[place].partition("<")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    values[place] = f"{escaped}{bracket}{rest}" if bracket else values[place] + inner

    take_or_refuse(">".join(values).encode("utf-8", "replace"))


@given(st.integers(0, len(RAW)), st.integers(0, 40), st.one_of(PIECES, st.binary(max_size=8)))
@settings(deadline=None, max_examples=500)
def test_a_damaged_alert_is_taken_or_refused(start, length, piece):
    take_or_refuse(RAW[:start] + piece + RAW[start + length :])
