"""Whatever arrives, the reader answers with a request or with its own kind of problem."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.exchange.problems import Problems
from mutualaid.exchange.edxl_rm import read_request
from tests.mutualaid.exchange.asked import ENVELOPED, RECALLING

RAW = ENVELOPED.encode()
PIECES = st.sampled_from([b"", b"<", b"&#0;", b"<x/>", b"]]>", b"\xff", b"\0", b"-1", b"1e99999"])


def take_or_refuse(raw: bytes) -> None:
    with contextlib.suppress(Problems):
        read_request(raw)


@given(st.integers(0, len(RAW)), st.integers(0, 60), st.one_of(PIECES, st.binary(max_size=8)))
@settings(deadline=None, max_examples=500)
def test_a_damaged_request_is_taken_or_refused(start, length, piece):
    take_or_refuse(RAW[:start] + piece + RAW[start + length :])


@given(st.text(max_size=200), st.integers(0, 80))
@settings(deadline=None, max_examples=300)
def test_any_text_in_any_element_is_taken_or_refused(text, position):
    values = RECALLING.split(">")
    place = position % (len(values) - 1) + 1
    _, bracket, rest = values[place].partition("<")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    values[place] = f"{escaped}{bracket}{rest}"

    take_or_refuse(">".join(values).encode("utf-8", "replace"))


@given(st.decimals(allow_nan=True, allow_infinity=True))
@settings(deadline=None, max_examples=200)
def test_any_number_as_a_quantity_is_taken_whole_or_refused(amount):
    raw = RECALLING.replace(">3<", f">{amount}<").encode()

    with contextlib.suppress(Problems):
        assert read_request(raw)[0].resources[0].quantity.amount == amount
